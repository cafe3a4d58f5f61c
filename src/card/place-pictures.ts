/** Where an element is written, as compilers of JSX tell it. */
export interface Place {
  /** From the folder of the project, with `/`. */
  readonly fileName: string;
}

/** The scheme of pictures that lie beside the code of a project: what follows is their path in it. */
export const fileScheme = 'cardstock-file:';

const attributes: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  input: ['src'],
  video: ['poster'],
  image: ['href', 'xlinkHref', 'xlink:href'],
  feImage: ['href', 'xlinkHref', 'xlink:href'],
};

/**
 * Says of the pictures of an element that are named by a relative path where that path begins:
 * in the file that the element is written in. The path stays as it was written, for what in it
 * came from a visitor must be told from it later.
 */
export function placePictures(
  type: string,
  props: Readonly<Record<string, unknown>>,
  place: Place | undefined,
): Readonly<Record<string, unknown>> {
  const folder = place && folderOf(place.fileName);
  if (folder === undefined) return props;
  const placed: Record<string, unknown> = {};
  for (const name of attributes[type] ?? []) {
    const source = props[name];
    if (typeof source === 'string' && isRelative(source)) placed[name] = fileScheme + folder + source;
  }
  if (props['style']) placed['style'] = placeStyle(props['style'], folder);
  return Object.keys(placed).length > 0 ? { ...props, ...placed } : props;
}

/** Whether it is a path that begins where it is written. */
export function isRelative(source: string): boolean {
  return source !== '' && !/^(?:[a-z][a-z\d+.-]*:|[/\\#])/i.test(source.trimStart());
}

/** Absolute paths are other compilers' way, and lie in no project that is known here. */
function folderOf(fileName: string): string | undefined {
  if (!isRelative(fileName)) return undefined;
  return fileName.slice(0, fileName.lastIndexOf('/') + 1);
}

function placeStyle(style: unknown, folder: string): unknown {
  if (typeof style === 'string') return placeUrls(style, folder);
  if (typeof style !== 'object' || style === null) return style;
  const entries = Object.entries(style).map(([name, value]) => [
    name,
    typeof value === 'string' ? placeUrls(value, folder) : (value as unknown),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function placeUrls(css: string, folder: string): string {
  return replaceUrls(css, (source) => (isRelative(source) ? fileScheme + folder + source : undefined));
}

const urls = /\/\*[^]*?\*\/|\burl\(\s*(?:"([^"]*)"|'([^']*)'|((?:[^()'"\s\\]|\\.)*))\s*\)/gi;

/** Puts other addresses into CSS; `undefined` leaves one as it is, and comments stay. */
export function replaceUrls(css: string, replace: (source: string) => string | undefined): string {
  if (!/url\(/i.test(css)) return css;
  return css.replaceAll(urls, (whole, double?: string, single?: string, bare?: string) => {
    const source = double ?? single ?? bare;
    const other = source ? replace(source) : undefined;
    return other === undefined ? whole : `url('${other.replaceAll("'", '%27')}')`;
  });
}
