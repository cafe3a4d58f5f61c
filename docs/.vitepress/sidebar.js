import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '..');

/** What is read in which order; `make test` says so where one is not there. */
const parts = {
  'Run it': {
    'Where it runs': 'deploy',
    Cloudinary: 'cloudinary',
    AWS: 'aws',
    'Operating a server': 'operations',
  },
  More: {
    'Coming from …': 'coming-from',
    Architecture: 'architecture',
    Decisions: 'decisions',
  },
};

/** The list beside every page. A page that nobody has put into it stands at its end. */
export function sidebar() {
  const named = Object.entries(parts).map(([text, pages]) => ({ text, items: itemsOf(pages) }));
  const known = new Set(Object.values(parts).flatMap((pages) => Object.values(pages)));
  const others = readdirSync(docs)
    .filter((name) => name.endsWith('.md') && name !== 'index.md' && !known.has(name.slice(0, -3)))
    .map((name) => [headOf(name), name.slice(0, -3)]);
  return others.length > 0 ? [...named, { text: 'Also', items: itemsOf(Object.fromEntries(others)) }] : named;
}

function itemsOf(pages) {
  return Object.entries(pages).map(([text, page]) => ({ text, link: `/${page}` }));
}

/** What a page calls itself. */
function headOf(name) {
  return /^# (.+)$/m.exec(readFileSync(join(docs, name), 'utf8'))?.[1] ?? name;
}
