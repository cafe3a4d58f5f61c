import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** The host above the title. */
export const mastodon: PlatformFrame = {
  name: 'mastodon',
  label: 'Mastodon',
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
