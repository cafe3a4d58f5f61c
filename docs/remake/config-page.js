import { code, prose, table } from './markdown.js';
import { membersOf } from './source.js';

const types = [
  ['ProjectConfig', 'src/project/define-config.ts', 'The file', 'All of it may be left out.'],
  [
    'SiteConfig',
    'src/site/build/site-config.ts',
    'The site',
    'What `cardstock-og build` goes by, beside what it finds itself.',
  ],
  ['Route', 'src/site/build/site-config.ts', 'A route', 'Which pages get which card.'],
  [
    'Page',
    'src/site/read/page/page.ts',
    'A page',
    'What `match` and `fromPage` of a route are given: the page as its owner would describe it.',
  ],
  ['WarmSource', 'src/site/warm/source.ts', 'A source', 'What `cardstock-og warm <name>` warms.'],
];

export function configPage() {
  return `# cardstock.config.ts

Or \`.js\`, \`.mts\`, \`.mjs\`. It is looked for in the working folder and in those above it. \`npx cardstock-og init\` writes one to start from, \`npx cardstock-og build public --site https://example.com --init\` one with what it found of your site.

\`\`\`ts
import { defineConfig } from 'cardstock-og';

export default defineConfig({
  site: 'https://lamp-room.example.com',
  name: 'The Lamp Room',
  templates: './cards',
  defaults: { brand: '#0f766e' },
  routes: [
    { match: '/blog/**', template: 'article' },
    { match: ({ kind }) => kind === 'list', template: 'plain', fromPage: ({ title }) => ({ title }) },
  ],
});
\`\`\`

${types.map(sectionOf).join('\n')}`;
}

function sectionOf([name, path, head, intro]) {
  const rows = membersOf(path, name).map((member) => [
    code(member.name),
    code(member.type),
    [prose(member.about), member.byDefault && `Default: ${prose(member.byDefault)}.`]
      .filter(Boolean)
      .join(' '),
  ]);
  return `## ${head}

${intro}

${table(['', 'type', ''], rows)}`;
}
