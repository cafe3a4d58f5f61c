export type Thing = Readonly<Record<string, unknown>>;

/** The structured data of a page: what it tells of first, and whatever it names anywhere in it. */
export class Graph {
  /** The blocks, their graphs, and what these are mainly about; not what hangs deeper. */
  readonly things: readonly Thing[];
  readonly #byId = new Map<string, Thing>();

  constructor(blocks: readonly string[]) {
    const documents = blocks.map(parseBlock);
    this.things = documents.flatMap(unfold);
    for (const thing of everyThing(documents)) this.#remember(thing);
  }

  /** A graph describes its parts in one place, and speaks of them elsewhere by `@id`. */
  resolve(value: unknown): unknown {
    const id = isThing(value) ? idOf(value) : undefined;
    const described = id === undefined ? undefined : this.#byId.get(id);
    if (!described || described === value || !isThing(value)) return value;
    return { ...described, ...withoutBlanks(value) };
  }

  list(value: unknown): unknown[] {
    return [value].flat().map((one) => this.resolve(one));
  }

  first(value: unknown): unknown {
    return this.resolve(Array.isArray(value) ? value[0] : value);
  }

  /** Where a thing is described more than once, the fullest description counts. */
  #remember(thing: Thing): void {
    const id = idOf(thing);
    if (id === undefined) return;
    const known = this.#byId.get(id);
    if (!known || Object.keys(thing).length > Object.keys(known).length) this.#byId.set(id, thing);
  }
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Article`, however the vocabulary is named. */
export function typesOf(thing: Thing): string[] {
  return [thing['@type']]
    .flat()
    .map((type) => String(type).replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''));
}

function idOf(thing: Thing): string | undefined {
  const id = thing['@id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function withoutBlanks(thing: Thing): Thing {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== '' && value !== null));
}

/** Some systems still hide scripts from browsers of 1996, or break lines inside of texts. */
function parseBlock(block: string): unknown {
  const bare = block.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)/, '').replace(/(?:-->|\/\/\]\]>)\s*$/, '');
  return (
    parseJson(bare) ?? parseJson(bare.replaceAll(/[\0-\x1f]/g, ' ').replaceAll(/,(?=\s{0,200}[}\]])/g, ''))
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const maxDepth = 20;

function unfold(value: unknown, depth = 0): Thing[] {
  if (depth > maxDepth) return [];
  if (Array.isArray(value)) return value.flatMap((one) => unfold(one, depth + 1));
  if (!isThing(value)) return [];
  const inside = [value['@graph'], value['mainEntity']].flatMap((one) => unfold(one, depth + 1));
  return [value, ...inside];
}

/** By a list of its own, and not by calls: data may be nested deeper than calls can be. */
function everyThing(documents: readonly unknown[]): Thing[] {
  const [things, open]: [Thing[], unknown[]] = [[], [...documents]];
  while (open.length > 0) {
    const value = open.pop();
    if (isThing(value)) things.push(value);
    if (typeof value === 'object' && value !== null) {
      for (const inside of Object.values(value)) if (typeof inside === 'object') open.push(inside);
    }
  }
  return things;
}
