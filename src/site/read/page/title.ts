/** What people set between the name of a page and that of its site. */
export const separator = String.raw`(?:\s+(?:::|[-–—|·•»«‹›~⋅/])\s+|\s*[|｜]\s*|:\s+)`;

const separatorBehind = new RegExp(`^(.*\\S)${separator}$`, 'su');
const separatorBefore = new RegExp(`^${separator}(\\S.*)$`, 'su');

/** A title without the name of its site before or behind it, where something else is left. */
export function withoutSiteName(title: string, siteName: string): string {
  const [rest, name] = [title.toLowerCase(), siteName.toLowerCase()];
  const behind = rest.endsWith(name) && separatorBehind.exec(title.slice(0, -siteName.length))?.[1];
  const before = rest.startsWith(name) && separatorBefore.exec(title.slice(siteName.length))?.[1];
  return behind || before || title;
}

/** What some generators always put behind the titles of their pages. */
const generatorSuffixes: readonly [generator: RegExp, suffix: RegExp][] = [
  [/^rustdoc/i, / - Rust$/],
  [/^(?:sphinx|docutils)/i, / — ([^—]* documentation)$/],
  [/^javadoc/i, / \([^()]*\)$/],
];

export function withoutGeneratorSuffix(title: string, generator: string): string {
  const suffix = suffixOf(generator);
  return (suffix && title.replace(suffix, '')) || title;
}

/** The name of the site, where the generator puts it into each title. */
export function siteNameIn(title: string, generator: string): string | undefined {
  return suffixOf(generator)?.exec(title)?.[1];
}

function suffixOf(generator: string): RegExp | undefined {
  return generatorSuffixes.find(([pattern]) => pattern.test(generator))?.[1];
}

/** The first heading of each of its pages is the name of the book. */
export function isMdBook(generator: string): boolean {
  return /^mdbook/i.test(generator);
}
