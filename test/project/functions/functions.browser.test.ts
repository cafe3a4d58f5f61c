import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { checkFunctions } from '../../../src/project/functions/check-functions.ts';
import { initProject } from '../../../src/project/init/init.ts';
import { loadProject } from '../../../src/project/load-project.ts';
import { root } from '../../support/netlify-bundle.ts';
import { processesOf } from '../../support/processes-of.ts';

/** Where sharp's binary and Chromium are those that Lambda needs. */
const likeLambda = process.platform === 'linux' && process.arch === 'x64';

const files = {
  'theme.css': '@import "tailwindcss"; @import "./colors.css";',
  'colors.css': '@theme { --color-brand: #b91c1c; }',
  'cards/styled.tsx': `import { memo } from 'react';
import { defineTemplate, z } from 'cardstock-og';
const Box = memo(() => <main className="flex h-full bg-brand p-16 text-7xl text-white">Styled</main>);
export const styled = defineTemplate({
  name: 'styled', description: 'By classes', props: z.strictObject({}), examples: { one: {} }, fonts: [],
  css: '', viewport: 'og', alt: () => 'Styled', render: () => <Box />,
});`,
  'cards/here.tsx': `import { readFileSync } from 'node:fs';
import { defineTemplate, z } from 'cardstock-og';
export default defineTemplate({ props: z.strictObject({}), render: () => <p>{readFileSync('package.json')}</p> });`,
  'cards/unseen.tsx': `import { defineTemplate, z } from 'cardstock-og';
export default defineTemplate({ props: z.strictObject({ title: z.string() }), render: () => <p>Unseen</p> });`,
  'cards/moody.tsx': `import { defineTemplate, z } from 'cardstock-og';
export default defineTemplate({ props: z.strictObject({}), render: () => <p>{process.cwd()}</p> });`,
};

/** Turns Tailwind on, with a stylesheet that imports another, and adds a template for it and two that cannot move. */
async function addTemplates(folder: string): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const file = join(folder, 'cardstock.config.ts');
  const config = await readFile(file, 'utf8');
  const settings = "defineConfig({ tailwind: './theme.css', gallery: false,";
  await writeFile(file, config.replace('defineConfig({', settings));
}

it.runIf(likeLambda)(
  'the functions of a project draw elsewhere what it draws here, and what they do not is found',
  async () => {
    // Below our own folder, so that "cardstock-og" is found as it would be in node_modules.
    const folder = join(root, 'out/functions-of-a-project');
    await rm(folder, { recursive: true, force: true });
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await mkdir(folder, { recursive: true });
    const temporary = await mkdtemp(join(tmpdir(), 'cardstock-temporary-'));
    onTestFinished(() => rm(temporary, { recursive: true, force: true }));
    vi.stubEnv('CARDSTOCK_TMP', tmpdir()); // where a browser is unpacked already
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    await initProject(folder);
    await addTemplates(folder);
    const { cards, bundleBytes } = await checkFunctions(
      await loadProject(folder),
      join(folder, 'netlify/functions'),
    );
    expect(Object.fromEntries(cards.map(({ template, result }) => [template, result]))).toEqual({
      hello: 'same',
      styled: 'same',
      here: 'failed',
      moody: 'differs',
      unseen: 'no example',
    });
    expect(bundleBytes).toBeGreaterThan(100_000_000);
    expect(await readdir(temporary)).toEqual([]);
    expect(processesOf(temporary)).toEqual([]);
  },
);
