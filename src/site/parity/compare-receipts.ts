import { isDeepStrictEqual } from 'node:util';
import type { Receipt } from '../../serve/explain/receipt.ts';

/** What of a card may be other at a deployment, in the order in which one is the cause of the next. */
export type ParityPart =
  'engine' | 'settings' | 'props' | 'language' | 'template' | 'fonts' | 'pictures' | 'bytes';

export interface Difference {
  readonly part: ParityPart;
  readonly here: string;
  readonly there: string;
}

/** Which parts of one card differ. Markup is another one wherever props are, and says nothing then. */
export function compareReceipts(here: Receipt, there: Receipt): Difference[] {
  const found = [
    ...engines(here, there),
    ...settings(here, there),
    ...props(here, there),
    ...languages(here, there),
  ];
  const isSameText = !found.some(({ part }) => part === 'props' || part === 'language');
  return [
    ...found,
    ...(isSameText ? template(here, there) : []),
    ...fonts(here, there),
    ...pictures(here, there),
  ];
}

function engines(here: Receipt, there: Receipt): Difference[] {
  const [one, other] = [here.identity.parts, there.identity.parts];
  const drawn = differing('engine', one.engine, other.engine);
  return drawn.length > 0 ? drawn : differing('engine', one.pinnedEngine, other.pinnedEngine);
}

/** Each by its name, as in `budgetKilobytes 300`. */
function settings(here: Receipt, there: Receipt): Difference[] {
  const [one, other] = [here, there].map(({ identity }) => Object.entries(identity.parts.settings));
  const theirs = new Map<string, unknown>(other);
  return one!.flatMap(([name, value]) =>
    differing('settings', `${name} ${value}`, `${name} ${String(theirs.get(name))}`),
  );
}

function props(here: Receipt, there: Receipt): Difference[] {
  const byName = ({ props }: Receipt) => new Map(props.map((prop) => [prop.name, prop]));
  const [one, other] = [byName(here), byName(there)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].flatMap((name) => {
    const [ours, theirs] = [one.get(name), other.get(name)];
    if (isDeepStrictEqual(ours?.value, theirs?.value)) return [];
    return [{ part: 'props', here: said(name, ours), there: said(name, theirs) } as const];
  });
}

function said(name: string, prop: Receipt['props'][number] | undefined): string {
  return prop ? `${name} ${JSON.stringify(prop.value)} (${prop.from})` : `no ${name}`;
}

function languages({ language: one }: Receipt, { language: other }: Receipt): Difference[] {
  return differing('language', `${one.tag} (${one.because})`, `${other.tag} (${other.because})`);
}

function template(here: Receipt, there: Receipt): Difference[] {
  const name = ({ template, identity }: Receipt) => `${template} ${identity.parts.template}`;
  return differing('template', name(here), name(there));
}

/** Those that only one of them has. */
function fonts(here: Receipt, there: Receipt): Difference[] {
  const [one, other] = [here.identity.parts.fonts, there.identity.parts.fonts];
  const only = (fonts: readonly string[], others: readonly string[]) =>
    fonts.filter((font) => !others.includes(font)).join(', ');
  const [ours, theirs] = [only(one, other), only(other, one)];
  if (ours === '' && theirs === '') return differing('fonts', one.join(', '), other.join(', '));
  return differing('fonts', ours || 'none of its own', theirs || 'none of its own');
}

function pictures(here: Receipt, there: Receipt): Difference[] {
  const told = ({ pictures }: Receipt) =>
    pictures.map(({ source, outcome, bytes = 0 }) => `${source}: ${outcome}, ${bytes} bytes`).join('; ');
  return differing('pictures', told(here), told(there));
}

function differing(part: ParityPart, here: string, there: string): Difference[] {
  return here === there ? [] : [{ part, here, there }];
}
