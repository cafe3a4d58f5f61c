import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadModules } from '../../../src/project/load-modules.ts';
import { makeFolder } from '../../support/folder.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>';
const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 128]);
const base64 = (type: string) => `data:${type};base64,${bytes.toString('base64')}`;
const decoded = (url: unknown) => {
  const [head, body] = String(url).split(/,(.*)/s);
  return head!.endsWith('base64') ? Buffer.from(body!, 'base64').toString() : decodeURIComponent(body!);
};

/** What a module at `cards/card.tsx` exports as `value`, and all that was read for it. */
async function valueOf(source: string, files: Record<string, string | Buffer> = {}, at = 'cards/card.tsx') {
  const folder = makeFolder({ ...files, [at]: source });
  const { modules, files: read } = await loadModules([join(folder, at)], folder);
  return { value: (modules[0] as { value: unknown }).value, read, folder };
}

/** The first line of what is said, without the folder. */
const failureOf = (source: string, files: Record<string, string> = {}) =>
  valueOf(source, files).then(
    () => 'no failure',
    (error: unknown) =>
      (error as Error).message.split('\n')[0]!.replaceAll(/\/\S+\/cardstock-test-\w+\//g, ''),
  );

describe('a module of a project imports', () => {
  it.each([
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['avif', 'image/avif'],
    ['gif', 'image/gif'],
    ['woff2', 'font/woff2'],
    ['woff', 'font/woff'],
    ['ttf', 'font/ttf'],
    ['otf', 'font/otf'],
  ])('%s as a data URL', async (ending, type) => {
    const source = `import file from './file.${ending}'; export const value = file;`;
    expect((await valueOf(source, { [`cards/file.${ending}`]: bytes })).value).toBe(base64(type));
  });

  it('SVG as a data URL, and any file by ?url', async () => {
    const source = `import logo from './logo.svg'; import text from './words.txt?url'; export const value = [logo, text];`;
    const { value } = await valueOf(source, { 'cards/logo.svg': svg, 'cards/words.txt': 'some words' });
    const [logo, text] = value as [string, string];
    expect([logo.slice(0, 19), decoded(logo)]).toEqual(['data:image/svg+xml,', svg]);
    expect(decoded(text)).toBe('some words');
  });

  it('JSON, and any file as text by ?raw', async () => {
    const source = `import words from './words.json'; import raw from './logo.svg?raw'; import yaml from '../data.yaml?raw';
      export const value = [words.hello, raw, yaml];`;
    const files = { 'cards/words.json': '{"hello":"Hallo"}', 'cards/logo.svg': svg, 'data.yaml': 'a: 1' };
    expect((await valueOf(source, files)).value).toEqual(['Hallo', svg, 'a: 1']);
  });

  it('styles as text, with the styles, pictures and fonts that they name inside', async () => {
    const source = `import css from './card.css'; import same from './card.css?inline'; import raw from './card.css?raw';
      export const value = [css, same, raw];`;
    const styles = `@import '../shared/base.css'; main { background: url(paper.png) }`;
    const { value, read, folder } = await valueOf(source, {
      'cards/card.css': styles,
      'cards/paper.png': bytes,
      'shared/base.css': `@font-face { font-family: Own; src: url('./own.woff2') } b { background: url(https://example.com/x.png) }`,
      'shared/own.woff2': bytes,
    });
    const [css, same, raw] = value as [string, string, string];
    expect(css).toContain(`url(${base64('image/png')})`);
    expect(css).toContain(`url(${base64('font/woff2')})`);
    expect(css).toContain('https://example.com/x.png');
    expect([same, raw]).toEqual([css, styles]);
    const names = [
      'cards/card.css',
      'shared/base.css',
      'cards/paper.png',
      'shared/own.woff2',
      'cards/card.tsx',
    ];
    expect(read).toEqual(expect.arrayContaining(names.map((name) => join(folder, name))));
  });

  it('by the paths of tsconfig.json, by its own name for things, and from packages', async () => {
    const source = `import { a } from '@/a'; import b from '@/b.svg'; import { c } from '#words'; import { d } from 'some-package';
      import e from 'some-package/e.svg'; export const value = [a, b.slice(0, 14), c, d, e.slice(0, 14)];`;
    const { value, read } = await valueOf(source, {
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } } // with a comment',
      'package.json': '{ "type": "module", "imports": { "#words": "./src/words.ts" } }',
      'src/a.ts': `export const a: string = 'a';`,
      'src/b.svg': svg,
      'src/words.ts': `export const c = 'c';`,
      'node_modules/some-package/package.json': '{ "name": "some-package", "main": "main.js" }',
      'node_modules/some-package/main.js': `exports.d = 'd';`,
      'node_modules/some-package/e.svg': svg,
    });
    expect(value).toEqual(['a', 'data:image/svg', 'c', 'd', 'data:image/svg']);
    expect(read.some((file) => file.endsWith('src/b.svg'))).toBe(true);
  });

  it('nothing that it needs installed: ours are lent to it, and they are the very same', async () => {
    const preact = await import('preact');
    const zod = await import('zod');
    const source = `import { h } from 'preact'; import { useState } from 'preact/hooks'; import { z } from 'zod'; import * as all from 'zod';
      import { defineTemplate } from 'cardstock-og'; import { css } from 'cardstock-og/template';
      export const value = [h, z.object, all.null, typeof useState, typeof defineTemplate, typeof css];`;
    const kinds = ['function', 'function', 'function'];
    expect((await valueOf(source)).value).toEqual([preact.h, zod.z.object, zod.null, ...kinds]);
  });
});

describe('a module of a project', () => {
  it('may use libraries made for React, and React need not be installed', async () => {
    const preact = await import('preact');
    const library = (body: Record<string, string>) => ({
      'package.json': JSON.stringify({ name: 'icons', peerDependencies: { react: '*' }, ...body }),
    });
    const source = `import React, { createElement } from 'react'; import { Icon } from 'icons';
      export const value = [createElement, React.createElement('p').type, Icon().type, Icon().props];`;
    for (const [manifest, code] of [
      [
        library({ type: 'module', main: 'main.js' }),
        `import * as React from 'react'; export const Icon = () => React.createElement('svg', { id: 'a' });`,
      ],
      [
        library({ main: 'main.js' }),
        `const React = require('react'); exports.Icon = () => React.createElement('svg', { id: 'a' });`,
      ],
      [
        library({ main: 'main.js' }),
        `const { jsx } = require('react/jsx-runtime'); exports.Icon = () => jsx('svg', { id: 'a' });`,
      ],
    ] as const) {
      const files = {
        'node_modules/icons/package.json': manifest['package.json'],
        'node_modules/icons/main.js': code,
      };
      expect((await valueOf(source, files)).value).toEqual([expect.any(Function), 'p', 'svg', { id: 'a' }]);
    }
    expect(preact.Fragment).toBe((await valueOf(`export { Fragment as value } from 'react';`)).value);
  });

  it.each(['cards/card.ts', 'cards/card.tsx'])(
    'may fetch a file beside it, as for the edge, in %s',
    async (at) => {
      const source = `const read = fetch(new URL('./logo.svg', import.meta.url)).then((res) => res.arrayBuffer());
      const far = fetch('data:,far').then((res) => res.text());
      export const value = [Buffer.from(await read).toString(), await far];`;
      expect((await valueOf(source, { 'cards/logo.svg': svg }, at)).value).toEqual([svg, 'far']);
    },
  );

  it.each([
    [`import { fetch } from './own.ts';`],
    [`const fetch = (x: string) => 'own ' + x;`],
    [`async function fetch(x: string) { return 'own ' + x; }`],
  ])('has the fetch that it says itself: %s', async (own) => {
    const files = { 'cards/own.ts': `export const fetch = (x: string) => 'own ' + x;` };
    expect((await valueOf(`${own} export const value = await fetch('x');`, files)).value).toBe('own x');
  });

  it.each([
    ['a file that is not there', `fetch(new URL('./gone.ttf', import.meta.url))`, 'ENOENT'],
    ['a host that is not there', `fetch('http://127.0.0.1:9/')`, 'fetch failed: '],
  ])('says why it cannot fetch %s', async (_name, call, message) => {
    expect(await failureOf(`export const value = await ${call};`)).toContain(message);
  });

  it.each([
    ['another package', `const { d } = require('plain'); exports.value = d;`, 'd'],
    ['one that is a function', `exports.value = require('whole')();`, 'whole'],
    ['one of ES modules', `exports.value = require('modern').e + require('modern').default;`, 'em'],
    ['a file of another package', `exports.value = require('plain/other.js');`, 'other'],
    [
      'what Node has',
      `exports.value = typeof require('node:path').join + typeof require('fs').statSync;`,
      'functionfunction',
    ],
    [
      'what need not be there',
      `try { require('no-such-package') } catch { exports.value = 'without'; }`,
      'without',
    ],
  ])('may use a library for React in CommonJS that requires %s', async (_name, code, value) => {
    const found = await valueOf(`export { value } from 'library';`, {
      'node_modules/library/package.json': '{ "name": "library", "peerDependencies": { "react": "*" } }',
      'node_modules/library/index.js': code,
      'node_modules/plain/index.js': `exports.d = 'd';`,
      'node_modules/plain/other.js': `module.exports = 'other';`,
      'node_modules/whole/index.js': `module.exports = () => 'whole';`,
      'node_modules/modern/package.json': '{ "name": "modern", "type": "module", "main": "index.js" }',
      'node_modules/modern/index.js': `export const e = 'e'; export default 'm';`,
    });
    expect(found.value).toBe(value);
  });

  it('may require a package itself', async () => {
    const files = { 'node_modules/plain/index.js': `module.exports = () => 'plain';` };
    const source = `const plain = require('plain'); export const value = plain();`;
    for (const at of ['cards/card.ts', 'cards/card.tsx']) {
      expect((await valueOf(source, files, at)).value).toBe('plain');
    }
  });

  it('takes the default of a library for React as bundlers do, where it was made of modules', async () => {
    const manifest = { name: 'styled', main: 'main.js', module: 'main.mjs', dependencies: { react: '*' } };
    const files = {
      'package.json': '{ "type": "module" }',
      'node_modules/styled/package.json': JSON.stringify(manifest),
      'node_modules/styled/main.js': `exports.__esModule = true; exports.default = () => 'styled';`,
      'node_modules/styled/main.mjs': `export default () => 'styled';`,
    };
    expect((await valueOf(`import s from 'styled'; export const value = s();`, files)).value).toBe('styled');
  });

  it('knows where it lies, whoever imports it', async () => {
    const part = `import { readFileSync } from 'node:fs'; import { join } from 'node:path';
      const read = (path: string | URL) => readFileSync(path, 'utf8');
      export const found = [read(new URL('./logo.svg', import.meta.url)), read(join(import.meta.dirname, 'logo.svg')), read(join(__dirname, 'logo.svg')), import.meta.filename];`;
    const source = `import { found } from '../parts/part.ts'; export const value = found;`;
    const { value, folder } = await valueOf(source, { 'parts/part.ts': part, 'parts/logo.svg': svg });
    expect(value).toEqual([svg, svg, svg, join(folder, 'parts/part.ts')]);
  });

  it.each([
    ['TypeScript that says preserve', '{ "compilerOptions": { "jsx": "preserve" } }'],
    ['the JSX of old', '{ "compilerOptions": { "jsx": "react", "jsxFactory": "React.createElement" } }'],
    ['the JSX of others', '{ "compilerOptions": { "jsx": "react-jsx", "jsxImportSource": "react" } }'],
  ])('has our JSX where its project has %s', async (_name, tsconfig) => {
    for (const pragma of ['', '/** @jsxImportSource preact */', '/** @jsxImportSource cardstock-og */']) {
      const source = `${pragma}\nexport const value = (<p class="a">{'b'}</p>).props;`;
      expect((await valueOf(source, { 'tsconfig.json': tsconfig })).value).toEqual({
        class: 'a',
        children: 'b',
      });
    }
  });

  it('may be JavaScript with JSX, and CommonJS', async () => {
    const files = { 'cards/part.js': 'module.exports = { part: __dirname.split("/").at(-1) };' };
    const source = `import { part } from './part.js'; export const value = (<p>{part}</p>).props.children;`;
    expect((await valueOf(source, files, 'cards/card.jsx')).value).toBe('cards');
    expect((await valueOf(source, files, 'cards/card.js')).value).toBe('cards');
  });

  it('is seen anew each time, with what it imports', async () => {
    const folder = makeFolder({
      'card.ts': `import { a } from './a.ts'; export const value = a;`,
      'a.ts': `export const a = 1;`,
    });
    const load = async () => (await loadModules([join(folder, 'card.ts')], folder)).modules[0];
    expect(await load()).toEqual({ value: 1 });
    writeFileSync(join(folder, 'a.ts'), 'export const a = 2;');
    expect(await load()).toEqual({ value: 2 });
  });
});

describe('what cannot be imported is named with its place and with what to do', () => {
  it.each([
    [
      'a file that is not there',
      `\nimport logo from './lgoo.svg'; export const value = logo;`,
      'there is no file "./lgoo.svg" — cards/card.tsx:2:18 — paths begin at the file they stand in',
    ],
    [
      'a package that is not there',
      `import { x } from 'no-such-package'; export const value = x;`,
      'the package "no-such-package" cannot be found — cards/card.tsx:1:19 — install it, or name it in "paths" of tsconfig.json',
    ],
    [
      'a file of a kind that says nothing',
      `import x from './x.yaml'; export const value = x;`,
      'No loader is configured for ".yaml" files: cards/x.yaml — cards/card.tsx:1:15 — import it with ?raw for its text or ?url for a data URL',
    ],
    [
      'next/og',
      `import { ImageResponse } from 'next/og'; export const value = ImageResponse;`,
      "cards/card.tsx:1:31 — take ours: import { ImageResponse } from 'cardstock-og/og'",
    ],
    [
      '@vercel/og',
      `export { ImageResponse as value } from '@vercel/og';`,
      'take ours: import { ImageResponse }',
    ],
    [
      'next/font',
      `import { Inter } from 'next/font/google'; export const value = Inter;`,
      '— name the font in "fonts" of the template',
    ],
    [
      'next/image',
      `import Image from 'next/image'; export const value = Image;`,
      '— draw <img src={picture} /> instead',
    ],
    [
      'satori',
      `import satori from 'satori'; export const value = satori;`,
      '— leave it out: "render" gives the markup',
    ],
    [
      'data of Astro',
      `import { getCollection } from 'astro:content'; export const value = getCollection;`,
      '— it is there in its framework alone',
    ],
    ['styles of Sass', `import './x.scss'; export const value = 1;`, '— compile it to CSS, and import that'],
    [
      'a component of Vue',
      `import x from './x.vue'; export const value = x;`,
      '— write it as JSX, or compile it',
    ],
    [
      'a name that nobody exports',
      `import { y } from './x.ts'; export const value = y;`,
      'cards/card.tsx:1:10',
    ],
    ['what is no TypeScript', `export const value = <p>`, 'cards/card.tsx:1:'],
    ['what throws', `\n\nexport const value = null.words;`, 'cards/card.tsx:3:'],
    ['what throws elsewhere', `import './throws.ts';`, 'boom — cards/throws.ts:2:7'],
    [
      'a picture of a style sheet',
      `import css from './card.css'; export const value = css;`,
      'there is no file "./gone.png" — cards/card.css:2:20',
    ],
  ])('%s', async (_name, source, message) => {
    const files = {
      'cards/x.yaml': 'x: 1',
      'cards/x.scss': '',
      'cards/x.vue': '',
      'cards/x.ts': 'export const x = 1;',
      'cards/throws.ts': `\nthrow new Error('boom');`,
      'cards/card.css': `\nmain { background: url(./gone.png) }`,
    };
    expect(await failureOf(source, files)).toContain(message);
  });
});
