import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** The host last, below a line. */
export const bluesky: PlatformFrame = {
  name: 'bluesky',
  label: 'Bluesky',
  Frame: ({ image, title, description, host }) => (
    <>
      <Crop image={image} ratio={wide} />
      <div class="words">
        <p class="title">{title}</p>
        <p class="description">{description}</p>
        <p class="host">{host}</p>
      </div>
    </>
  ),
};
