import robotsParserModule from 'robots-parser';

export type RobotsVerdict = 'allowed' | 'blocked' | 'unknown';

/** The robots.txt of a host, or nothing where it has none. Throws where the host does not say. */
export type ReadRobots = (origin: string) => Promise<string | undefined>;

interface Rules {
  isAllowed(url: string, robotsName: string): boolean | undefined;
}

// Its types promise a default export of ES modules; it is a CommonJS function.
const parse = robotsParserModule as unknown as (url: string, text: string) => Rules;

/** Whether crawlers may ask for an address, as its host says, which is asked once. */
export class Robots {
  readonly #read: ReadRobots;
  readonly #hosts = new Map<string, Promise<Rules | 'unknown'>>();

  constructor(read: ReadRobots) {
    this.#read = read;
  }

  async verdict(url: URL, robotsName: string): Promise<RobotsVerdict> {
    const { origin } = url;
    let host = this.#hosts.get(origin);
    if (!host) this.#hosts.set(origin, (host = this.#rulesOf(origin)));
    const rules = await host;
    if (rules === 'unknown') return 'unknown';
    return rules.isAllowed(url.href, robotsName) === false ? 'blocked' : 'allowed';
  }

  async #rulesOf(origin: string): Promise<Rules | 'unknown'> {
    try {
      return parse(`${origin}/robots.txt`, (await this.#read(origin)) ?? '');
    } catch {
      return 'unknown';
    }
  }
}
