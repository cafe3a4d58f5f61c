import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';

/** A card in a message. */
export const teams: PlatformFrame = {
  name: 'teams',
  label: 'Teams',
  Frame: ({ image, title, description, host }) => (
    <>
      <Crop image={image} ratio={wide} />
      <div class="words">
        <p class="title">{title}</p>
        <p class="description">{description}</p>
        <p class="host">{host}</p>
      </div>
    </>
  ),
};
