/** Pictures that were dropped are longer than any address: they stay with this tab of the browser. */
const scheme = 'kept:';
const maxLength = 1_000;

/** Puts short names in the place of long data URLs, at any depth. */
export function keepPictures(value: unknown): unknown {
  return mapTexts(value, (text) => {
    if (!text.startsWith('data:') || text.length <= maxLength) return text;
    const name = `${scheme}${digestOf(text)}`;
    try {
      sessionStorage.setItem(name, text);
    } catch {
      // no room is left: this picture does not outlive a reload
    }
    return name;
  });
}

export function restorePictures(value: unknown): unknown {
  return mapTexts(value, (text) =>
    text.startsWith(scheme) ? (sessionStorage.getItem(text) ?? undefined) : text,
  );
}

function mapTexts(value: unknown, map: (text: string) => string | undefined): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapTexts(part, map)]));
}

/** Enough to tell the pictures of one person apart. */
function digestOf(text: string): string {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (hash * 31 + text.charCodeAt(index)) | 0;
  return `${(hash >>> 0).toString(36)}-${text.length.toString(36)}`;
}
