import { attribute, type Element, isHtml } from '../parse.ts';

/** A picture of the page's content. */
export interface Picture {
  /** As it is written. */
  readonly src: string;
  readonly alt?: string;
  readonly width?: number;
  readonly height?: number;
}

const minSize = 200;
const noPicture =
  /avatar|badge|emoji|favicon|gravatar|icon|logo|pixel|placeholder|shields?\.io|spacer|sprite|spinner|tracking|beacon/i;

/** The picture that an `<img>` shows, where it is large enough to stand for a page. */
export function pictureIn(element: Element): Picture | undefined {
  if (!isHtml(element, 'img')) return undefined;
  const src = addressOf(element);
  if (!src || noPicture.test(`${src} ${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`))
    return undefined;
  const [width, height] = [sizeOf(element, 'width'), sizeOf(element, 'height')];
  if ((width ?? minSize) < minSize || (height ?? minSize) < minSize / 2) return undefined;
  if (width === undefined && !isLargeBySurroundings(element, src)) return undefined;
  const alt = attribute(element, 'alt')?.trim();
  return { src, ...(alt && { alt }), ...(width && { width }), ...(height && { height }) };
}

/** Pictures that come as one scrolls down name their file elsewhere. */
function addressOf(element: Element): string | undefined {
  const addresses = ['src', 'data-src', 'data-lazy-src', 'data-original'].map((name) =>
    attribute(element, name)?.trim(),
  );
  const set = (attribute(element, 'srcset') ?? attribute(element, 'data-srcset') ?? '').trim().split(/\s/)[0];
  return [...addresses, set].find((address) => address && !address.startsWith('data:'));
}

function sizeOf(element: Element, name: string): number | undefined {
  const size = /^\s*(\d{1,5})(?:px)?\s*$/.exec(attribute(element, name) ?? '')?.[1];
  return size ? Number(size) : undefined;
}

/** A drawing without a size may be a sign; a picture that has its paragraph for itself is none. */
function isLargeBySurroundings(element: Element, src: string): boolean {
  let parent = element.parentNode;
  while (parent && 'tagName' in parent && /^(?:a|picture|span)$/.test(parent.tagName))
    parent = parent.parentNode;
  if (!parent) return false;
  if (parent.nodeName === 'figure') return true;
  if (/\.svg(?:$|[?#])/i.test(src) || !/^(?:p|div|article|main|section)$/.test(parent.nodeName)) return false;
  return !parent.childNodes.some((node) => 'value' in node && node.value.trim() !== '');
}
