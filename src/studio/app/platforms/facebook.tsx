import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** The host stands in capitals above the title. */
export const facebook: PlatformFrame = {
  name: 'facebook',
  label: 'Facebook',
  Frame: ({ image, title, description, host }) => (
    <>
      <Crop image={image} ratio={wide} />
      <div class="words">
        <p class="host">{host}</p>
        <p class="title">{title}</p>
        <p class="description">{description}</p>
      </div>
    </>
  ),
};
