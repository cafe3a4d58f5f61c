import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '..');

/** What is read in which order; `make test` says so where one is not there. */
const parts = {
  Start: {
    'In a minute': 'start/',
    Astro: 'start/astro',
    Eleventy: 'start/eleventy',
    Hugo: 'start/hugo',
    Next: 'start/next',
    Nuxt: 'start/nuxt',
    SvelteKit: 'start/sveltekit',
    Vite: 'start/vite',
    'Sphinx, MkDocs, Jekyll': 'start/sphinx',
    'Plain HTML': 'start/html',
  },
  'Your design': {
    'From init to a card': 'design/',
    'The gallery': 'gallery',
    'The studio': 'studio',
    'A logo and pictures': 'design/logo',
    Fonts: 'design/fonts',
    'Light and dark': 'design/dark',
    Data: 'design/data',
    'Two languages': 'design/languages',
    Code: 'design/code',
    Charts: 'design/charts',
    Tailwind: 'design/tailwind',
    'Sharing parts': 'design/sharing',
    Testing: 'design/testing',
  },
  'Pictures of a site': {
    'Your own pictures': 'pictures',
    Uploads: 'uploads',
    'Importing pictures': 'import',
  },
  'Run it': {
    'URLs and signing': 'urls',
    Caching: 'caching',
    'Where it runs': 'deploy',
    Netlify: 'deploy/netlify',
    Cloudinary: 'cloudinary',
    AWS: 'aws',
    'A container': 'deploy/container',
    CI: 'ci',
    'Operating a server': 'operations',
  },
  Reference: {
    Commands: 'reference/cli',
    'cardstock.config.ts': 'reference/config',
    Settings: 'reference/settings',
    Templates: 'reference/template',
    HTTP: 'reference/http',
    'What the lint finds': 'reference/lint',
    'What doctor finds': 'reference/doctor',
  },
  Help: {
    Troubleshooting: 'troubleshooting',
    Questions: 'faq',
    'Coming from …': 'coming-from',
    Compared: 'compare',
  },
  'How it is made': {
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
