import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';
import { WordsThenHost } from './words.tsx';

/** A card in a message. */
export const teams: PlatformFrame = {
  name: 'teams',
  label: 'Teams',
  Frame: ({ image, ...words }) => (
    <>
      <Crop image={image} ratio={wide} />
      <WordsThenHost {...words} />
    </>
  ),
};
