import { Crop } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** The words first, and a bar beside all of it. */
export const slack: PlatformFrame = {
  name: 'slack',
  label: 'Slack',
  Frame: ({ image, title, description, site }) => (
    <div class="words">
      <p class="host">{site}</p>
      <p class="title">{title}</p>
      <p class="description">{description}</p>
      <Crop image={image} />
    </div>
  ),
};
