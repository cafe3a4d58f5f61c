import { Crop, wide } from './crop.tsx';
import type { PlatformFrame } from './frame.ts';
import { WordsThenHost } from './words.tsx';

/** Large, and below it as a small card, which is cropped to a square. */
export const whatsapp: PlatformFrame = {
  name: 'whatsapp',
  label: 'WhatsApp',
  Frame: ({ image, title, description, host }) => (
    <>
      <Crop image={image} ratio={wide} />
      <WordsThenHost title={title} description={description} host={host} />
      <div class="small">
        <Crop image={image} ratio={1} />
        <div class="words">
          <p class="title">{title}</p>
          <p class="host">{host}</p>
        </div>
      </div>
    </>
  ),
};
