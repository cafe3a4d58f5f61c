import { addresses } from './addresses.ts';
import { aim, type Destination, type Vectors } from './aim.ts';
import { departures, scriptedDepartures } from './departures.ts';
import { drawings } from './drawings.ts';
import { elements, schemes } from './elements.ts';
import { pictured, pictures } from './pictures.ts';
import { prelude, scripts } from './scripts.ts';
import { styles } from './styles.ts';

export interface HostileOptions {
  /** The page's own policy; without one the other layers stand alone. */
  readonly contentSecurityPolicy?: string | undefined;
}

/** The vectors in the documents below. */
export const vectorNames = [
  elements,
  drawings,
  pictures,
  schemes,
  styles,
  addresses,
  scripts,
  departures,
  scriptedDepartures,
].flatMap((vectors) => Object.keys(vectors));

/** Documents that each hold a whole group of vectors and stay where they are. */
export function hostileDocuments(to: Destination, options: HostileOptions = {}): Vectors {
  const groups = {
    elements: change(aim(elements, to), block),
    drawings: change(aim(drawings, to), block),
    pictures: change(aim(pictures, to), pictured),
    schemes: change(aim(schemes, to), block),
    styles: change(aim(styles, to), styled),
    addresses: {
      base: `<base href="http://127.0.0.1:${to.port}/">`, // for those relative to it
      ...change(aim(addresses, to), (address, name) => `<img src="${address}/${name}">`),
    },
    scripts: { prelude: `<body>${script(prelude)}`, ...change(aim(scripts, to), alone) },
  };
  return change(groups, (vectors) => page(Object.values(vectors).join('\n'), options));
}

/** One document for each way to leave the page for another address. */
export function leavingDocuments(to: Destination, options: HostileOptions = {}): Vectors {
  const scripted = change(
    aim(scriptedDepartures, to),
    (source) => `<body>${script(prelude)}${alone(source)}`,
  );
  return change({ ...aim(departures, to), ...scripted }, (body) => page(body, options));
}

export function everyDocument(to: Destination, options: HostileOptions = {}): Vectors {
  return { ...hostileDocuments(to, options), ...leavingDocuments(to, options) };
}

function page(body: string, { contentSecurityPolicy: policy }: HostileOptions): string {
  const meta = policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : '';
  return `<!doctype html><html><head><meta charset="utf-8">${meta}</head>${body}`;
}

// Imports only count at the top of a sheet, so each vector has a sheet of its own.
function styled(style: string, name: string): string {
  const isSheet = style.startsWith('@') || style.includes('{');
  return `<style>${isSheet ? style : `.${name} { ${style} }`}</style><p class="${name}">x</p>`;
}

const block = (markup: string) => `<div>${markup}</div>`;

const script = (source: string) => `<script>${source}</script>`;

// One that throws stops no other.
const alone = (source: string) => script(`try{(()=>{${source}})()}catch{}`);

function change<Value>(
  values: Readonly<Record<string, Value>>,
  to: (value: Value, name: string) => string,
): Vectors {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, to(value, name)]));
}
