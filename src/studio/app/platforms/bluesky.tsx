import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';
import { WordsThenHost } from './words.tsx';

/** The host last, below a line. */
export const bluesky: PlatformFrame = {
  name: 'bluesky',
  label: 'Bluesky',
  Frame: ({ image, ...words }) => (
    <>
      <Crop image={image} ratio={wide} />
      <WordsThenHost {...words} />
    </>
  ),
};
