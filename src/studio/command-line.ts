/** Options of commands themselves: a prop of such a name is given as `--prop-…`. */
export const ownOptions: ReadonlySet<string> = new Set(
  'example props out help strict variant format lang json debug'.split(' '),
);

/** `endDate` as it is written there: `end-date`. */
export function toFlag(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
