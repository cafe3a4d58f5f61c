import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const card = `import { color, css, defineTemplate, image, sourceCode, text, z } from 'cardstock-og';
import { Words } from './parts/words.tsx';

export const hello = defineTemplate({
  name: 'hello',
  description: 'A greeting.',
  props: z.strictObject({
    title: text(40, 'What it says'),
    story: text(300, 'And more of it').optional(),
    size: z.int().min(1).max(9).default(3).describe('How large'),
    theme: z.enum(['light', 'dark']).default('light'),
    isLoud: z.boolean().default(false),
    brand: color('Of the edge').default('#c0392b'),
    day: z.iso.date().optional(),
    tags: z.array(text(12, 'A tag')).max(3).default([]),
    photo: image('A picture').optional(),
    code: sourceCode(200, 'Code').optional(),
    people: z.array(z.strictObject({ name: text(20, 'Who'), age: z.number().optional() })).max(2).default([]),
  }),
  examples: {
    short: { title: 'Hello' },
    full: { title: 'All of it', tags: ['a', 'b'], people: [{ name: 'Ada' }], code: 'let x = 1;', theme: 'dark' },
  },
  fonts: [{ family: 'Inter', weights: [700] }],
  render: ({ title, photo, tags, brand, theme }) => (
    <main class={theme} style={{ borderColor: brand }}>
      <Words>{title}</Words>
      <p>{tags.join(' ')}</p>
      {photo && <img src={photo} />}
    </main>
  ),
  css: css\`main { height: 100%; padding: 60px; border: 30px solid; background: #fff; font: 700 90px Inter }
    .dark { background: #111; color: #fff } img { width: 300px } p { font-size: 12px; color: #aaa }\`,
});
`;

const files: Readonly<Record<string, string>> = {
  'cardstock.config.ts': `export default {
  templates: './cards',
  gallery: false,
  defaults: { brand: '#00695c' },
  routes: [{ match: '/blog/**', template: 'hello', fromPage: ({ title, tags }) => ({ title, tags }) }],
};
`,
  'cards/hello.tsx': card,
  'cards/parts/words.tsx': `export function Words({ children }) {
  return <h1 style={{ color: 'inherit' }}>{children}</h1>;
}
`,
  'site/index.html': pageOf('Night Garden', 'Notes on moths.'),
  'site/blog/moths.html': pageOf('Why moths prefer the moon | Night Garden', 'Lamps are a young habit.'),
};

function pageOf(title: string, description: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="description" content="${description}"></head><body><h1>${title.split(' | ')[0]}</h1></body></html>\n`;
}

/** A project of one template that has a prop of every kind, to be edited while it is looked at. */
export class StudioProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'cardstock-studio-')));

  constructor() {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string | Uint8Array): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Saves a file with other words in the place of some. */
  edit(name: string, from: string, to: string): void {
    const text = readFileSync(join(this.folder, name), 'utf8');
    if (!text.includes(from)) throw new Error(`There is no "${from}" in ${name}.`);
    this.write(name, text.replace(from, to));
  }

  /** As it was at first. */
  restore(): void {
    for (const name of ['cards/hello.tsx', 'cards/parts/words.tsx']) this.write(name, files[name]!);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
