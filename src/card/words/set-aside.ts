/** Around the number of a picture: no character, and in no base64. */
export const placeMark = '\ufdd1';
const pictures = /(?<==")data:[^"]{200,}/g;
const places = new RegExp(`${placeMark}(\\d+)${placeMark}`, 'g');

export interface Lightened {
  readonly text: string;
  /** Puts everything back. */
  readonly restore: (text: string) => string;
}

/** Markup without the pictures inside of its attributes: they are longer than all the rest and hold no words. */
export function setPicturesAside(source: string): Lightened {
  if (!source.includes('="data:') || source.includes(placeMark))
    return { text: source, restore: (text) => text };
  const kept: string[] = [];
  const text = source.replaceAll(pictures, (picture) => `${placeMark}${kept.push(picture) - 1}${placeMark}`);
  return { text, restore: (changed) => changed.replaceAll(places, (_, index) => kept[Number(index)]!) };
}
