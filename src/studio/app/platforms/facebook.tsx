import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';
import { HostThenWords } from './words.tsx';

/** The host stands in capitals above the title. */
export const facebook: PlatformFrame = {
  name: 'facebook',
  label: 'Facebook',
  Frame: ({ image, ...words }) => (
    <>
      <Crop image={image} ratio={wide} />
      <HostThenWords {...words} />
    </>
  ),
};
