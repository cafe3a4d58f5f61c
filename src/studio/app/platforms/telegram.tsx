import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** The words first, in the bubble of the link. */
export const telegram: PlatformFrame = {
  name: 'telegram',
  label: 'Telegram',
  Frame: ({ image, title, description, site, host }) => (
    <>
      <p class="link">https://{host}</p>
      <div class="words">
        <p class="host">{site}</p>
        <p class="title">{title}</p>
        <p class="description">{description}</p>
        <Crop image={image} ratio={wide} />
      </div>
    </>
  ),
};
