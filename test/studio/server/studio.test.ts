import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalog, CardTexts, PageAnswer, StudioEvent } from '../../../src/studio/protocol.ts';
import { Cardstock } from '../../../src/index.ts';
import { loadProject, type Project } from '../../../src/project/load-project.ts';
import { listen, type RunningServer } from '../../../src/serve/express/listen.ts';
import { openStudio, type Studio } from '../../../src/studio/server/studio.ts';
import { StudioProject } from '../support/project.ts';

const own = new StudioProject();
let project: Project;
let studio: Studio;
let server: RunningServer;

beforeAll(async () => {
  project = await loadProject(own.folder);
  const cardstock = new Cardstock({ templates: project.templates, environment: {}, config: { port: 0 } });
  const siteFolder = `${own.folder}/site`;
  studio = openStudio({ cardstock: () => cardstock, project: () => project, siteFolder });
  server = await listen(cardstock, studio.handler);
});
afterAll(async () => {
  studio.close();
  await server.close();
  own.remove();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });

async function ask<Answer>(path: string, body: unknown): Promise<Answer & { status: number }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server.origin}/_studio/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { ...((await response.json()) as Answer), status: response.status };
}

describe('the page of the studio', () => {
  it('loads what this server has, and nothing else', async () => {
    const response = await get('/');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; /,
    );
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe|http/);
    expect(await response.text()).not.toMatch(/<script(?![^>]*src="_studio\/)|style=|<style/);
  });
});

describe('what the page loads first', () => {
  it('is 200 KB of JavaScript at most, as it goes over a wire', async () => {
    const script = Buffer.from(await (await get('/_studio/studio.js')).arrayBuffer());
    expect(gzipSync(script).length).toBeLessThan(200_000);
    const imports = String(script).match(/import\s*["{][^;]*;/g) ?? [];
    expect(imports).toEqual([]); // the editor comes by import() alone
  });
});

describe('the catalog', () => {
  it('has templates with their sizes, fields and examples', async () => {
    const { templates } = (await (await get('/_studio/catalog')).json()) as Catalog;
    expect(templates).toMatchObject([
      { name: 'hello', variant: 'og', file: 'cards/hello.tsx', examples: { short: { title: 'Hello' } } },
    ]);
    expect(templates[0]!.fields.map(({ kind }) => kind)).toEqual(
      'text long number choice boolean color date list picture code list'.split(' '),
    );
  });
});

describe('a stranger', () => {
  it.each([
    ['by a name of its own', '/_studio/catalog', { host: 'evil.example' }, 421],
    ['in other letters', '/_STUDIO/catalog', { 'sec-fetch-site': 'cross-site' }, 403],
    ['with a page of its own', '/_studio/catalog', { origin: 'https://evil.example' }, 403],
    [
      'for a picture on its page',
      '/_studio/thumbnail?template=hello',
      { 'sec-fetch-site': 'cross-site' },
      403,
    ],
    ['from another port', '/_studio/catalog', { 'sec-fetch-site': 'same-site' }, 403],
    ['in a frame', '/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
  ])('who asks %s gets nothing', async (_name, path, headers, status) => {
    expect((await askRaw(path, headers)).status).toBe(status);
  });

  it.each(
    'card lint why texts page editor pictures picture picture/small pages thumbnail events sheet studio.js'.split(
      ' ',
    ),
  )('who takes the name of this machine, or is a page of elsewhere, gets nothing of %s', async (route) => {
    for (const path of [`/_studio/${route}`, `/_Studio/${route}`]) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        expect((await askRaw(path, { host: 'evil.example' }, method)).status).toBe(421);
        expect((await askRaw(path, { 'sec-fetch-site': 'cross-site' }, method)).status).toBe(403);
      }
    }
  });

  it('may lead a person here by a link', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await askRaw('/', headers)).status).toBe(200);
  });

  it.each(['card', 'lint', 'why', 'texts', 'page', 'editor'])('cannot send a form to %s', async (path) => {
    const body = new URLSearchParams({ template: 'hello' });
    const response = await fetch(`${server.origin}/_studio/${path}`, { method: 'POST', body });
    expect(response.status).toBe(400);
  });

  it.each(['/etc/passwd', '../../../../etc/passwd', `${own.folder}/../x`, 'node_modules/x.js'])(
    'cannot have %s opened',
    async (path) => {
      expect(await ask('editor', { path, line: 1 })).toMatchObject({
        status: 400,
        code: 'invalid_parameter',
      });
    },
  );
});

/** fetch sets these headers itself. */
async function askRaw(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number | undefined }> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(server.origin + path, { headers, method }, (response) => {
      response.resume();
      resolve({ status: response.statusCode });
    })
      .on('error', reject)
      .end();
  });
}

describe('what is written of a card', () => {
  it('is what sites and the command line use, at an address that stands for theirs', async () => {
    const card = { template: 'hello', props: { title: "It's", tags: ['a, b'] }, variant: 'x' };
    const { urls, tags, code, here, notes } = await ask<CardTexts>('texts', card);
    const readable = 'gen-opengraph-image?template=hello&title=It%27s&tags=%5B%22a%2C+b%22%5D&variant=x';
    expect(urls.readable).toEqual({ text: `https://example.com/.netlify/functions/${readable}` });
    expect(urls.sealed).toMatchObject({
      text: expect.stringMatching(/^https:\/\/example\.com\/og\/[\w-]+\.jpg$/) as string,
    });
    expect(urls.cloudinary).toMatchObject({ problem: expect.stringMatching('CLOUDINARY_URL') as string });
    expect(here).toEqual({ text: `/.netlify/functions/${readable}` });
    expect(tags).toMatchObject({
      text: expect.stringMatching('<meta property="og:image" content="https://') as string,
    });
    expect(code.cli).toBe(
      "npx cardstock render hello \\\n  --title 'It'\\''s' \\\n  --tags '[\"a, b\"]' \\\n  --variant x",
    );
    expect(code.typescript).toMatch('title: "It\'s"');
    expect(notes.join()).toMatch('OG_SITE_URL');
  });

  it('of a card that is wrong is what is wrong, prop by prop', async () => {
    const people = [{ name: 'Ada' }, { age: 'old' }];
    expect(await ask('texts', { template: 'hello', props: { size: 12, people } })).toMatchObject({
      status: 400,
      problems: [
        { parameter: 'title', problem: 'is required' },
        { parameter: 'size' },
        { parameter: 'people.1.name', problem: 'is required' },
        { parameter: 'people.1.age' },
      ],
    });
  });
});

describe('a page', () => {
  it.each(['/blog/moths.html', 'https://example.com/blog/moths.html', 'blog/moths.html', '/blog/moths/'])(
    'of the built site is found by %s',
    async (address) => {
      expect((await ask<PageAnswer>('page', { address })).path).toBe('blog/moths.html');
    },
  );

  it('gets the card that a build gives it, and says what that is made of', async () => {
    expect(await ask<PageAnswer>('page', { address: '/blog/moths.html' })).toMatchObject({
      words: { siteName: 'Night Garden' },
      card: { template: 'hello', props: { title: 'Why moths prefer the moon' }, isComplete: true },
      origins: expect.arrayContaining([
        { prop: 'title', from: 'its title' },
        { prop: 'brand', from: 'defaults of the config' },
      ]) as unknown,
    });
  });

  it('that is dropped is looked at as one more of the site', async () => {
    const html = '<!doctype html><html lang="en"><title>A page</title><h1>A page</h1><p>Words.</html>';
    expect(await ask<PageAnswer>('page', { html, fileName: 'a.html' })).toMatchObject({
      path: 'a.html',
      reason: 'no route matches',
    });
  });

  it('that is not there is named', async () => {
    expect(await ask('page', { address: '/nope/' })).toMatchObject({
      status: 400,
      code: 'invalid_parameter',
    });
  });
});

describe('an open page', () => {
  it('is told of changes, and of faults until they are mended, even when it comes later', async () => {
    const first = await openEvents();
    expect((await first.next()).kind).toBe('hello');
    studio.changed(['a.tsx']);
    expect(await first.next()).toMatchObject({ kind: 'change', files: ['a.tsx'] });
    studio.failed(new Error('no'));
    expect(await first.next()).toMatchObject({ kind: 'fault', fault: { message: 'no' } });
    const later = await openEvents();
    expect([(await later.next()).kind, (await later.next()).kind]).toEqual(['hello', 'fault']);
    studio.changed([]);
    expect((await later.next()).kind).toBe('change');
    await Promise.all([first.close(), later.close()]);
  });
});

async function openEvents() {
  const response = await get('/_studio/events');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next(): Promise<StudioEvent> {
      while (!text.includes('\n\n')) text += (await reader.read()).value ?? '';
      const [event = '', ...rest] = text.split('\n\n');
      text = rest.join('\n\n');
      return JSON.parse(event.replace('data: ', '')) as StudioEvent;
    },
    close: () => reader.cancel(),
  };
}
