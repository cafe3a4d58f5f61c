import type { Props } from '../../protocol.ts';
import { templateNamed } from './catalog.ts';
import type { Shape } from './shape.ts';
import { keepPictures, restorePictures } from './kept-pictures.ts';
import { isSame } from './values.ts';

/** A card in the query of the page's address: what it is, and how its props differ from its example. */
export function writeShape(shape: Shape): URLSearchParams {
  const { template, example, variant, format, lang, props } = shape;
  const said = { template, example: example ?? '', variant, format, lang };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value !== undefined) query.set(name, value);
  const changes = differences(exampleOf(template, example), props);
  if (Object.keys(changes).length > 0) query.set('props', JSON.stringify(keepPictures(changes)));
  return query;
}

/** The card of an address; nothing where it names none that there is. */
export function readShape(query: URLSearchParams): Shape | undefined {
  const name = query.get('template') ?? '';
  const entry = templateNamed(name);
  if (!entry) return undefined;
  const said = (parameter: string) => query.get(parameter) ?? undefined;
  const asked = said('example');
  const isBare = asked === undefined && !query.has('props');
  const [first] = Object.keys(entry.examples);
  const example = isBare ? first : asked !== undefined && asked in entry.examples ? asked : undefined;
  const variant = said('variant');
  return {
    template: name,
    example,
    variant: variant !== undefined && variant in entry.variants ? variant : undefined,
    format: said('format'),
    lang: said('lang'),
    props: changed(exampleOf(name, example), readChanges(query.get('props'))),
  };
}

function exampleOf(template: string, example: string | undefined): Props {
  return (example !== undefined && templateNamed(template)?.examples[example]) || {};
}

/** What an example has and the card has not is `null`, which no prop is. */
function differences(from: Props, to: Props): Props {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  const entries = [...names].filter((name) => !isSame(from[name], to[name]));
  return Object.fromEntries(entries.map((name) => [name, to[name] ?? null]));
}

function changed(props: Props, changes: Props): Props {
  const entries = Object.entries({ ...props, ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

function readChanges(text: string | null): Props {
  try {
    const changes: unknown = JSON.parse(text ?? '{}');
    const isObject = typeof changes === 'object' && changes !== null && !Array.isArray(changes);
    return isObject ? (restorePictures(changes) as Props) : {};
  } catch {
    return {}; // somebody has cut the address
  }
}
