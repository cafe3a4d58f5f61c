import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';
import { HostThenWords } from './words.tsx';

/** The host above the title. */
export const mastodon: PlatformFrame = {
  name: 'mastodon',
  label: 'Mastodon',
  Frame: ({ image, ...words }) => (
    <>
      <Crop image={image} ratio={wide} />
      <HostThenWords {...words} />
    </>
  ),
};
