import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './netlify-bundle.ts';

const svg = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="90" fill="${fill}"/></svg>`;

const files: Readonly<Record<string, string>> = {
  'cardstock.config.ts': `import { defineConfig } from 'cardstock-og';
export default defineConfig({ site: 'https://example.com', templates: './cards', gallery: false });`,
  'tsconfig.json': `{ "compilerOptions": { "jsx": "preserve", "paths": { "@/*": ["./shared/*"] } } }`,
  'cards/own.tsx': `import { readFileSync } from 'node:fs';
import { defineTemplate, text, z } from 'cardstock-og';
import { Mark } from '@/mark';
import logo from './logo.svg';
import css from './own.css';

const read = readFileSync(new URL('./read.svg', import.meta.url)).toString('base64');

export const own = defineTemplate({
  name: 'own',
  description: 'All that a template may bring.',
  props: z.strictObject({ title: text(40, 'The title') }),
  examples: { short: { title: 'Bundled' } },
  fonts: [
    { family: 'Own', weights: [400], from: './fonts/own.woff2' },
    { family: 'Package', weights: [400], from: '@fontsource/lora' },
  ],
  viewport: 'og',
  alt: ({ title }) => title,
  render: ({ title }) => (
    <main>
      <h1>{title}</h1>
      <p>{title}</p>
      <img src={logo} />
      <img src={'data:image/svg+xml;base64,' + read} />
      <Mark />
    </main>
  ),
  css,
});`,
  'cards/own.css': `main { height: 100%; background: url(./paper.svg) }
h1 { font-family: Own; font-size: 6rem }
p { font-family: Package; font-size: 4rem }`,
  'cards/logo.svg': svg('#f00'),
  'cards/read.svg': svg('#0a0'),
  'cards/paper.svg': svg('#ffd'),
  'shared/mark.svg': svg('#00f'),
  'shared/mark.tsx': `import mark from './mark.svg';\nexport const Mark = () => <img src={mark} />;`,
};

/** What it needs beside Cardstock. */
export const ownPackages = ['@fontsource/lora@5.3.0'];

/** A project with a font of its own, one of a package, and pictures and styles in every way there is. */
export function writeOwnProject(folder: string): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const font = '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2';
  mkdirSync(join(folder, 'fonts'));
  cpSync(join(root, 'node_modules', font), join(folder, 'fonts/own.woff2'));
}
