/** What sites put between the title of a page and their own name. */
const separator = /^(?<own>.+?)\s+(?<sign>[|·•»—–-])\s+(?<name>[^|·•»—–]{2,40})$/u;

/** Words at the end of titles, as they would be of a site that says its name there. */
export interface SharedEnding {
  readonly name: string;
  /** As they stand there, with what parts them from the title. */
  readonly text: string;
  readonly count: number;
}

/**
 * What several titles still end in, though each card has the name of the site in a place of its
 * own: the site did not tell its name where it could be found. The most frequent one.
 */
export function sharedEnding(titles: readonly string[]): SharedEnding | undefined {
  const endings = titles.flatMap((title) => {
    const { sign, name } = separator.exec(title)?.groups ?? {};
    return name === undefined ? [] : [{ name, text: `${sign} ${name}` }];
  });
  const groups = [...Map.groupBy(endings, ({ text }) => text).values()];
  const [most] = groups.sort((one, other) => other.length - one.length);
  if (!most || most.length < 2) return undefined;
  return { ...most[0]!, count: most.length };
}
