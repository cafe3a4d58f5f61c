import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** No description. */
export const linkedin: PlatformFrame = {
  name: 'linkedin',
  label: 'LinkedIn',
  Frame: ({ image, title, host }) => (
    <>
      <Crop image={image} ratio={wide} />
      <div class="words">
        <p class="title">{title}</p>
        <p class="host">{host}</p>
      </div>
    </>
  ),
};
