import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const config = `import { defineConfig } from 'cardstock-og';

export default defineConfig({
  // Where the site lives: card URLs and og:url begin with it.
  site: 'https://example.com',
  name: 'My site',

  // Each file in here is a template of your own.
  templates: './cards',

  // For every card whose template has such a prop and whose page does not say.
  defaults: { site: 'My site', brand: '#1b5fd0' },

  // Which pages get which card: the first that matches. Without routes there are sensible ones.
  // routes: [
  //   { match: '/blog/**', template: 'article' },
  //   { match: '/**', template: 'hello', fromPage: (page) => ({ title: page.title }) },
  // ],

  // Hosts that avatars and covers may be fetched from.
  // imageHosts: ['avatars.githubusercontent.com'],
});
`;

const template = `/** @jsxImportSource cardstock-og */
import { css, color, defineTemplate, text, z } from 'cardstock-og';

/** Change anything: with "cardstock start" running, the next request shows it. */
export const hello = defineTemplate({
  name: 'hello',
  description: 'A greeting, to start from.',
  props: z.strictObject({
    title: text(120, 'The title, 1 to 120 characters'),
    site: text(40, 'The name of the site').optional(),
    brand: color('The ground of the card').default('#1b5fd0'),
  }),
  examples: { short: { title: 'Hello from my own template', site: 'My site' } },
  // Fonts of your own, in one line: { family: 'Fraunces', weights: [600], from: '@fontsource-variable/fraunces' }
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ title, site }) => [title, site].filter(Boolean).join(', '),
  render: ({ title, site, brand }) => (
    <main style={{ '--brand': brand }}>
      <div class="title">
        <h1 dir="auto" data-fit="0.4">
          {title}
        </h1>
      </div>
      {site && <p dir="auto">{site}</p>}
    </main>
  ),
  css: css\`
    main {
      height: 100%;
      padding: 4.5rem;
      display: flex;
      flex-direction: column;
      gap: 2rem;
      background: var(--brand);
      color: #fff;
    }
    .title {
      flex: 1 1 0;
      min-height: 0;
    }
    h1 {
      font-weight: 700;
      font-size: calc(8rem / var(--tall));
      line-height: calc(1.1 * var(--tall));
      letter-spacing: -0.03em;
      text-wrap: balance;
    }
    p {
      font-weight: 500;
      font-size: 2rem;
    }
  \`,
});
`;

const files = { 'cardstock.config.ts': config, 'cards/hello.tsx': template };

/** What {@link initProject} did with a file. */
export interface InitStep {
  readonly file: string;
  readonly isNew: boolean;
}

/** Writes a commented config and a template to start from. A file that is there stays as it is. */
export async function initProject(folder: string): Promise<InitStep[]> {
  const steps: InitStep[] = [];
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    steps.push({ file, isNew: await writeNew(path, text) });
  }
  return steps;
}

/** `false` where the file is there already; it stays as it is. */
export async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
