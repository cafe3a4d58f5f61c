import { Crop } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** 16:9, which takes a little of each side. */
export const discover: PlatformFrame = {
  name: 'google',
  label: 'Google Discover',
  Frame: ({ image, title, site }) => (
    <>
      <Crop image={image} ratio={16 / 9} />
      <div class="words">
        <p class="title">{title}</p>
        <p class="host">{site}</p>
      </div>
    </>
  ),
};
