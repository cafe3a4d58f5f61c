import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classesIn } from '../../../src/card/dialects/tailwind/classes.ts';
import { carry, Tailwind } from '../../../src/card/dialects/tailwind/tailwind.ts';

const usual = { css: '@import "tailwindcss";', folder: process.cwd() };
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'cardstock-tailwind-'));
  mkdirSync(join(project, 'styles'));
  writeFileSync(join(project, 'styles/colors.css'), '@theme { --color-brand: #123456; }');
  writeFileSync(
    join(project, 'plugin.mjs'),
    'export default ({ addUtilities }) => addUtilities({ ".card-edge": { outline: "3px solid" } });',
  );
});
afterAll(() => rmSync(project, { recursive: true }));

const own = () => ({
  css: '@import "tailwindcss"; @import "./styles/colors.css"; @plugin "./plugin.mjs"; @utility tall { height: 9rem; }',
  folder: project,
});

describe('the styles of classes', () => {
  it('are those of Tailwind, with its preflight, in its layers', async () => {
    const css = await new Tailwind(usual).stylesOf(
      new Set(['text-7xl', 'bg-red-500/50', 'w-[37px]', 'nonsense']),
    );
    expect(css).toMatch(/@layer base \{[^]*font-size: inherit/);
    expect(css).toMatch(/@layer utilities \{[^]*\.w-\\\[37px\\\] \{\s+width: 37px/);
    expect(css).toContain('.text-7xl');
    expect(css).toContain('.bg-red-500\\/50');
    expect(css).not.toContain('nonsense');
  });

  it('are the same whatever was asked for before, and in whichever order', async () => {
    const tailwind = new Tailwind(usual);
    const first = await tailwind.stylesOf(new Set(['flex', 'p-4']));
    await tailwind.stylesOf(new Set(['grid', 'text-red-500', 'flex']));
    expect(await tailwind.stylesOf(new Set(['p-4', 'flex']))).toBe(first);
    expect(await new Tailwind(usual).stylesOf(new Set(['p-4', 'flex']))).toBe(first);
  });

  it("are those of a project's own stylesheet, what it imports and its plugins", async () => {
    const css = await new Tailwind(own()).stylesOf(new Set(['bg-brand', 'card-edge', 'tall']));
    expect(css).toContain('--color-brand: #123456');
    expect(css).toContain('outline: 3px solid');
    expect(css).toContain('height: 9rem');
  });

  it('are the same where there are neither files nor packages', async () => {
    const entry = { ...own(), css: '@import "tailwindcss"; @import "./styles/colors.css";' };
    const carried = JSON.parse(JSON.stringify(await carry(entry))) as typeof entry;
    const classes = new Set(['bg-brand', 'flex']);
    expect(JSON.stringify(carried)).not.toContain(project);
    expect(await new Tailwind(carried).stylesOf(classes)).toBe(await new Tailwind(entry).stylesOf(classes));
  });

  it.each([
    ['an import that is not there', '@import "./gone.css";', /gone\.css/],
    [
      'a package that is not installed',
      '@import "nowhere-css";',
      /"nowhere-css" is neither a file nor a package/,
    ],
    ['CSS that is not closed', '@import "tailwindcss"; .a { color: red', /Missing closing/],
    ['a utility that is not there', '@import "tailwindcss"; p { @apply nonsense; }', /nonsense/],
  ])('cannot be made by %s', async (_what, css, message) => {
    const styles = new Tailwind({ css, folder: project }).stylesOf(new Set(['flex']));
    await expect(styles).rejects.toThrow(message);
  });
});

it('finds the classes that elements have, and no others', () => {
  const html =
    '<p class="flex p-4" id="x"><b title="a > b" class="before:content-[&quot;a&quot;] [&amp;>p]:p-2">class="no"</b>' +
    '<i class=\'italic\'></i><img alt="" class="w-full"></p>';
  const classes = ['flex', 'p-4', 'before:content-["a"]', '[&>p]:p-2', 'italic', 'w-full'];
  expect([...classesIn(html)]).toEqual(classes);
});
