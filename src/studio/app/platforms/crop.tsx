import type { Preview } from './frame.ts';

/** The picture in a frame of `ratio`, filled from its middle; in its own shape where there is none. */
export function Crop({ image, ratio }: { image: Preview['image']; ratio?: number }) {
  const { url, width, height } = image;
  return (
    <div class="crop" style={{ aspectRatio: String(ratio ?? width / height) }}>
      <img src={url} alt="" width={width} height={height} />
    </div>
  );
}

/** What nearly all crop to. */
export const wide = 1.91;
