import type { PageKind } from '../read/page/page.ts';
import type { DisownedImage } from '../survey/page-images.ts';
import type { Plan } from './plan.ts';
import { type CardNote, type CardOfPage, weakestFirst } from './card-notes.ts';

/** What a build did, as plain data. */
export interface BuildReport {
  readonly pages: number;
  /** Pages that have a card of ours now. */
  readonly withCard: number;
  /** Pages whose files were written. */
  readonly changed: readonly string[];
  /** Images that were photographed, and that were there already. */
  readonly made: number;
  readonly reused: number;
  /** Old images that no page has named for long enough. */
  readonly removed: number;
  /** What the site was found to be. */
  readonly site: SiteSummary;
  /** Every page with a card, the weakest first. */
  readonly cards: readonly CardNote[];
  /** Pages that were left alone, by why. */
  readonly skipped: Readonly<Record<string, readonly string[]>>;
  /** What a person should look at: glyphs and pictures that are missing, titles that were cut. */
  readonly warnings: readonly PageNote[];
  /** Pages that could not be read, or whose card could not be made; they are as they were. */
  readonly failures: readonly PageNote[];
  /** What would be changed, as unified diffs; of dry runs only. */
  readonly diffs: readonly string[];
}

export interface PageNote {
  readonly path: string;
  readonly message: string;
}

/** What a build took the site for, for its owner to agree or to say otherwise in the config. */
export interface SiteSummary {
  /** Where it will live. */
  readonly url: string;
  readonly name?: string | undefined;
  /** Where the name was found. */
  readonly nameFrom?: string | undefined;
  /** How many pages call it what; '' for those that do not. */
  readonly names: Readonly<Record<string, number>>;
  readonly look: Plan['look'];
  /** How many pages there are in each language; '' for those that do not say. */
  readonly languages: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Partial<Record<PageKind, number>>>;
  /** How many pages say nothing that they could be called by. */
  readonly namedAfterFiles: number;
  /** Images that pages name and that are not theirs: those pages got cards. */
  readonly disowned: readonly DisownedImage[];
}

/** A report that is still being written. */
export class ReportDraft {
  #made = 0;
  #reused = 0;
  readonly changed: string[] = [];
  readonly failures: PageNote[] = [];
  readonly diffs: string[] = [];
  readonly withCard = new Set<string>();
  readonly #cards: CardOfPage[] = [];
  readonly #skipped = new Map<string, string[]>();

  get made(): number {
    return this.#made;
  }

  countImage(isNew: boolean): void {
    if (isNew) this.#made += 1;
    else this.#reused += 1;
  }

  addCard(card: CardOfPage): void {
    this.#cards.push(card);
  }

  skip(path: string, reason: string): void {
    const paths = this.#skipped.get(reason) ?? [];
    paths.push(path);
    this.#skipped.set(reason, paths);
  }

  finish(pages: number, removed: number, plan: Plan): BuildReport {
    return {
      pages,
      withCard: this.withCard.size,
      changed: this.changed.sort(),
      made: this.#made,
      reused: this.#reused,
      removed,
      site: summarize(plan, this.#cards),
      cards: weakestFirst(this.#cards),
      skipped: Object.fromEntries([...this.#skipped].sort().map(([reason, paths]) => [reason, paths.sort()])),
      warnings: this.#cards
        .flatMap(({ page: { path }, warnings }) => warnings.map((message) => ({ path, message })))
        .sort(byPath),
      failures: this.failures.sort(byPath),
      diffs: this.diffs,
    };
  }
}

function byPath(one: PageNote, other: PageNote): number {
  return one.path < other.path ? -1 : 1;
}

function summarize({ url, site, look, disowned }: Plan, cards: readonly CardOfPage[]): SiteSummary {
  const pages = cards.map(({ page }) => page);
  return {
    url: url.href,
    name: site.name?.text,
    nameFrom: site.name?.from,
    names: countsOf(pages.map(({ siteName }) => siteName ?? '')),
    look,
    languages: countsOf(pages.map(({ language }) => language ?? '')),
    kinds: countsOf(pages.map(({ kind }) => kind)),
    namedAfterFiles: pages.filter(({ isNamedAfterFile }) => isNamedAfterFile).length,
    disowned,
  };
}

function countsOf<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  const groups = [...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length] as const);
  const sorted = groups.sort(([key, one], [otherKey, other]) => other - one || (key < otherKey ? -1 : 1));
  return Object.fromEntries(sorted) as Record<Key, number>;
}
