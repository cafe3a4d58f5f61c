import { Crop } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** An embed, with the colour of the page along its edge. */
export const discord: PlatformFrame = {
  name: 'discord',
  label: 'Discord',
  Frame: ({ image, title, description, site }) => (
    <div class="words">
      <p class="host">{site}</p>
      <p class="title">{title}</p>
      <p class="description">{description}</p>
      <Crop image={image} />
    </div>
  ),
};
