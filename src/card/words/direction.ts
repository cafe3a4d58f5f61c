const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mandaic}\p{Script=Samaritan}]/gu;
const letters = /\p{L}/gu;

export type Direction = 'ltr' | 'rtl';

/**
 * Which way a text runs that a template leaves to us (`dir="auto"`). Browsers go by its first
 * letter, and so set `CSS: مغامرة` from the left. A card that is written from the right keeps its
 * direction as long as there is one letter of it; elsewhere most of the letters decide. Undefined
 * where there are none.
 */
export function directionOfText(text: string, cardDirection: Direction): Direction | undefined {
  const all = text.match(letters)?.length ?? 0;
  if (all === 0) return undefined;
  const fromTheRight = text.match(rightToLeft)?.length ?? 0;
  if (cardDirection === 'rtl') return fromTheRight > 0 ? 'rtl' : 'ltr';
  return fromTheRight * 2 > all ? 'rtl' : 'ltr';
}
