import type { CardRequest } from '../../card/resolve.ts';
import { ownOptions, toFlag } from '../command-line.ts';
import type { Attempt, CardTexts } from '../protocol.ts';

/** Longer pictures would hide the rest; a file says it better. */
const maxDataLength = 200;
const pictureFile = './picture.png';

/** How the same card is asked for in a program and on a command line. */
export function codeOf(request: CardRequest, readable: Attempt): CardTexts['code'] {
  return {
    typescript: typescriptOf(request),
    cli: commandOf(request),
    curl:
      'text' in readable
        ? `curl --location --output card.jpg ${quote(readable.text)}`
        : `# ${readable.problem}`,
  };
}

function typescriptOf({ template, props, variant, format, lang }: CardRequest): string {
  const card = { template, props: withFiles(props), variant, format, lang };
  return `import { openProject } from 'cardstock-og';

const cardstock = await openProject('.');
const image = await cardstock.render(${literal(card)});
// image.bytes, image.type, image.alt`;
}

function commandOf({ template, props, variant, format, lang }: CardRequest): string {
  const given = Object.entries(withFiles(props) as Record<string, unknown>);
  const flags = given.map(([name, value]) => {
    const flag = `--${ownOptions.has(name) ? 'prop-' : ''}${toFlag(name)}`;
    return `${flag} ${quote(typeof value === 'string' ? value : JSON.stringify(value))}`;
  });
  const own = Object.entries({ variant, format, lang }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${quote(value)}`],
  );
  return [`npx cardstock render ${template}`, ...flags, ...own].join(' \\\n  ');
}

/** As a POSIX shell reads it. */
function quote(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function withFiles(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.startsWith('data:') && value.length > maxDataLength ? pictureFile : value;
  }
  if (Array.isArray(value)) return value.map(withFiles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withFiles(part)]));
}

/** JSON as people write it: names without quotes, where they may stand so. */
function literal(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2);
  return json.replaceAll(/^( *)"([A-Za-z_$][\w$]*)":/gm, '$1$2:');
}
