import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { loadProject } from '../../src/project/load-project.ts';

/** A project with one template, which imports this and shows that. */
function projectWith(imports: string, body: string, config = '', files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-dialects-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'cards'));
  const all = {
    'cardstock.config.ts': `export default { templates: './cards', gallery: false, ${config} };`,
    'cards/one.tsx': `import { defineTemplate, z } from 'cardstock-og';
${imports}
export default defineTemplate({
  name: 'one', description: 'One', props: z.strictObject({}), examples: { one: {} }, fonts: [],
  css: '', viewport: 'og', alt: () => '', render: () => <main>${body}</main>,
});`,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  return folder;
}

async function htmlOf(folder: string): Promise<string> {
  const { templates } = await loadProject(folder);
  return renderDocument(await resolveCard({ template: 'one', props: {} }, new TemplateRegistry(templates)))
    .html;
}

it.each<[what: string, imports: string, body: string, html: string]>([
  [
    'hooks',
    "import React, { useState } from 'react';",
    '{React.createElement(() => <b>{useState(7)[0]}</b>)}',
    '<b>7</b>',
  ],
  [
    'memo, forwardRef and contexts',
    `import { createContext, forwardRef, memo, useContext } from 'react';
const Theme = createContext('light');
const Leaf = memo(forwardRef((props: object, ref) => <i ref={ref as never}>{useContext(Theme)}</i>));`,
    '<Theme.Provider value="dark"><Leaf /></Theme.Provider>',
    '<i>dark</i>',
  ],
  [
    'class components',
    "import { Component } from 'react';\nclass Old extends Component<{ name: string }> { state = { no: 3 }; render() { return <i>{this.props.name}{this.state.no}</i>; } }",
    '<Old name="Ida" />',
    '<i>Ida3</i>',
  ],
  ['portals and react-dom', "import { flushSync } from 'react-dom';", '{typeof flushSync}', 'function'],
  [
    'a string that react-dom/server made',
    "import { renderToStaticMarkup } from 'react-dom/server';",
    '<p dangerouslySetInnerHTML={{ __html: renderToStaticMarkup(<b>x</b>) }} />',
    '<p><b>x</b></p>',
  ],
])('a template has %s of React', async (_what, imports, body, html) => {
  expect(await htmlOf(projectWith(imports, body))).toContain(`<main>${html}</main>`);
});

it.each<[library: string, imports: string, body: string, html: RegExp]>([
  [
    'of icons',
    "import { RocketIcon } from '@radix-ui/react-icons';",
    '<RocketIcon width={40} color="teal" />',
    /<svg width="40" height="15" viewBox="0 0 15 15" fill="none"[^>]*><path d="[^"]+" fill="teal" fill-rule="evenodd"/,
  ],
  [
    'of components for mails',
    "import { Button } from '@react-email/button';",
    '<Button href="https://example.com" style={{ padding: 12, lineHeight: 1.2 }}>Go</Button>',
    /<a[^>]* href="https:\/\/example.com"[^>]* style="[^"]*line-height:1\.2;[^"]*padding:12px[^]*Go/,
  ],
])('a library %s that is written for React draws', async (_what, imports, body, html) => {
  expect(await htmlOf(projectWith(imports, body))).toMatch(html);
});

it('a config turns Tailwind on for the templates of its project, by a stylesheet of its own', async () => {
  const css = '@import "tailwindcss"; @theme { --color-brand: #123456; }';
  const folder = projectWith('', '<p tw="bg-brand" />', "tailwind: './theme.css'", { 'theme.css': css });
  expect(await htmlOf(folder)).toContain('--color-brand: #123456');
});

it('a config that names a stylesheet which is not there says so', async () => {
  const folder = projectWith('', '', "tailwind: './gone.css'");
  await expect(loadProject(folder)).rejects.toThrow('tailwind: ./gone.css cannot be read');
});
