import type { Picture } from '../state/picture.ts';

/** A picture that is decoded, so that it takes the place of the last one at once. */
export function CardImage({ picture, width, height }: { picture: Picture; width: number; height: number }) {
  const { url, facts } = picture;
  return <img class="card" src={url} alt={facts.alt} width={Math.round(width)} height={Math.round(height)} />;
}
