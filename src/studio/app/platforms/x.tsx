import { Crop } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** The title lies over the picture, bottom left. */
export const x: PlatformFrame = {
  name: 'x',
  label: 'X',
  Frame: ({ image, title, host }) => (
    <>
      <div class="over">
        <Crop image={image} ratio={2} />
        <p class="title">{title}</p>
      </div>
      <p class="host">From {host}</p>
    </>
  ),
};
