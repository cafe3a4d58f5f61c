import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BrowserUnavailableError, FontRefusedError, RenderTimeoutError } from '../../../src/errors.ts';
import { assembleTemplates } from '../../../src/project/assemble.ts';
import { loadModules } from '../../../src/project/load-modules.ts';
import { createResponder } from '../../support/services.ts';

const source = `/** @jsxImportSource cardstock-og */
import { defineTemplate, text, z } from 'cardstock-og';

const cities: Record<string, { name: string }> = {};

export const city = defineTemplate({
  name: 'city',
  description: 'A city.',
  props: z.strictObject({ key: text(20, 'Which') }),
  examples: { short: { key: 'oslo' } },
  fonts: [],
  viewport: 'og',
  alt: ({ key }) => key,
  render: ({ key }) => <h1 title="<script>">{cities[key]!.name}</h1>,
  css: '',
});
`;
const message = "Cannot read properties of undefined (reading 'name')";
const query = '?template=city&key=oslo';
const chrome = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

describe('a template that throws, for whoever is writing it', () => {
  let folder: string;
  let responder: ReturnType<typeof createResponder>;
  const ask = (headers: Record<string, string> = {}) => responder.ask(query, { headers });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cardstock-fault-'));
    const file = join(folder, 'city.tsx');
    writeFileSync(file, source);
    const templates = assembleTemplates({}, (await loadModules([file], folder)).modules, []);
    responder = createResponder({ templates });
  });
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['a page', chrome, 'text/html; charset=utf-8'],
    ['JSON', 'application/json', 'application/json; charset=utf-8'],
    ['text', '*/*', 'text/plain; charset=utf-8'],
  ])('is an error that names its file and line, as %s', async (_name, accept, type) => {
    const response = await ask({ accept });
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = await response.text();
    expect(body).toContain(message);
    expect(body).toContain('city.tsx:14:');
    expect(body).toMatch(/(>|&gt;) 14 \| {3}render: /);
  });

  it.each([['image/avif,image/webp,image/*,*/*;q=0.8'], ['image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5']])(
    'is a picture of these words for an image element: %s',
    async (accept) => {
      const response = await ask({ accept });
      expect(response.status).toBe(500);
      expect(response.headers.get('content-type')).toBe('image/svg+xml');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const { format, width, height } = await sharp(
        Buffer.from(await response.clone().arrayBuffer()),
      ).metadata();
      expect([format, width, height]).toEqual(['svg', 1200, 630]);
      const words = (await response.text()).replaceAll(/<[^>]*>\s*/g, '');
      expect(words).toContain(message);
      expect(words).toContain('city.tsx:14:');
      expect(words).toContain('&lt;script&gt;');
    },
  );

  it.each([
    [
      'a browser that does not start',
      new BrowserUnavailableError(new Error('no such file: /nowhere')),
      '/nowhere',
    ],
    ['a card that is not ready in time', new RenderTimeoutError(9), 'was not ready within'],
    ['a font that cannot be drawn with', new FontRefusedError(['Inter']), 'the font Inter'],
  ])('is told like %s, and no stand-in takes its place', async (_what, error, words) => {
    const failing = createResponder({ take: () => Promise.reject(error) });
    const asked: Record<string, string>[] = [
      { accept: chrome },
      { accept: 'image/webp,*/*' },
      { 'user-agent': 'Twitterbot/1.0' },
    ];
    for (const headers of asked) {
      const response = await failing.ask('?template=plain&title=Hello', { headers });
      expect(response.status).toBe(error.status);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).toContain(words);
    }
  });

  it('is no picture for a crawler either', async () => {
    expect((await ask({ 'user-agent': 'Twitterbot/1.0' })).status).toBe(500);
  });

  it('shows its lines as words, whatever stands in them', async () => {
    const page = await (await ask({ accept: chrome })).text();
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>');
  });

  it('tells a stranger nothing in production', async () => {
    const templates = [...responder.services.templates];
    const { ask: askStranger } = createResponder({
      templates,
      config: { production: true, allowUnsigned: true },
    });
    const response = await askStranger(query, { headers: { accept: 'application/json' } });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('city.tsx');
  });

  it('is told by the redirect as well', async () => {
    const path = `/.netlify/functions/process-url${query}`;
    const response = await responder.redirect(path, { headers: { accept: 'text/plain' } });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('city.tsx:14:');
  });
});
