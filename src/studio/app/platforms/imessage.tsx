import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** A bubble. */
export const imessage: PlatformFrame = {
  name: 'imessage',
  label: 'iMessage',
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
