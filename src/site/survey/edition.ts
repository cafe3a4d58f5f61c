const edition =
  /^(?:(?:[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?|v?\d+(?:\.(?:\d+|x))*|latest|stable|next|current|main|master|dev|nightly)\/)+/;

/** A path without the languages and versions that it begins with: `fr/2.1/guide.html` is `guide.html`. */
export function withoutEdition(path: string): string {
  return path.replace(edition, '');
}
