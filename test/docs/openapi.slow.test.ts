import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import express from 'express';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { adminRouter } from '../../src/serve/operate/admin.ts';
import { goodPng } from '../card/pictures/support/pictures.ts';
import { asAdmin, startApi } from '../pictures/admin/support/api.ts';
import { folderOf, servePictures } from '../pictures/sized/support.ts';
import { makeFolder } from '../support/folder.ts';
import { createResponder, origin, renderer } from '../support/services.ts';
import { readDocument, root } from './markdown.ts';

// The validator is in examples/node_modules, with all that only tests need; `make test` has it.
const require = createRequire(join(root, 'examples/package.json'));

interface Operation {
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: object }>> }>>;
}
const document = JSON.parse(readDocument('docs/openapi.json')) as {
  paths: Record<string, Record<string, Operation>>;
  components: object;
};

/** What the document says of an answer: nothing where its status and its type are among those that are told. */
async function complaintOf(path: string, method: string, answer: Response): Promise<string | undefined> {
  const described = document.paths[path]?.[method]?.responses[answer.status];
  if (!described) return `${method} ${path} answers ${answer.status}`;
  const type = answer.headers.get('content-type')?.split(';')[0];
  if (!type || method === 'head' || !described.content) return undefined;
  const content = described.content[type];
  if (!content) return `${method} ${path} answers ${answer.status} with ${type}`;
  if (type !== 'application/json' || !content.schema) return undefined;
  return isValid(content.schema, await answer.json()) ? undefined : `${method} ${path}: other JSON`;
}

type Ajv = new (options: object) => { validate: (schema: object, data: unknown) => boolean };

function isValid(schema: object, data: unknown): boolean {
  const { default: Ajv } = require('ajv/dist/2020') as { default: Ajv };
  return new Ajv({ strict: false, validateFormats: false }).validate(
    { ...schema, components: document.components },
    data,
  );
}

it('the description of HTTP is OpenAPI', async () => {
  const path = require.resolve('@seriousme/openapi-schema-validator');
  const { Validator } = (await import(pathToFileURL(path).href)) as {
    Validator: new () => { validate: (document: object) => Promise<{ valid: boolean; errors?: unknown }> };
  };
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect([valid, errors]).toEqual([true, undefined]);
});

describe('an answer is one that the description of HTTP has', () => {
  const readable = new URL(renderer).pathname;
  const { ask, askPath, redirect, seal } = createResponder({ config: { siteUrl: origin } });
  const strict = createResponder({
    config: { allowUnsigned: false, production: true, secrets: ['s'.repeat(40)] },
  });
  const json = { headers: { accept: 'application/json' } };

  it.each([
    ['a card', 'get', () => ask('?template=plain&title=Hi')],
    ['its headers', 'head', () => ask('?template=plain&title=Hi', { method: 'HEAD' })],
    ['as Cloudinary asks', 'post', () => ask('?template=plain&title=Hi', { method: 'POST', body: 'x' })],
    ['without a title', 'get', () => ask('?template=plain', json)],
    ['without a title, in words', 'get', () => ask('?template=plain')],
    ['of no template', 'get', () => ask('?template=nowhere', json)],
    ['with all that is wrong', 'get', () => ask('?template=event&theme=blue', json)],
    ['without a signature', 'get', () => strict.ask('?template=plain&title=Hi', json)],
    ['without a signature, to a crawler', 'get', () => strict.ask('?template=plain&title=Hi', crawler)],
  ])('by its props: %s', async (_, method, answer) => {
    expect(await complaintOf(readable, method, await answer())).toBeUndefined();
  });

  it.each([
    ['a card', {}],
    ['that somebody cut', { cut: 9 }],
    ['that is known already', { again: true }],
  ])(
    'by its sealed address: %s',
    async (_, { cut = 0, again = false }: { cut?: number; again?: boolean }) => {
      const path = await seal({ template: 'plain', props: { title: 'Hi' } });
      const address = cut > 0 ? `${path.slice(0, -cut)}.jpg` : path;
      const first = await askPath(address, json);
      const tag = first.headers.get('etag')!;
      const answer = again ? await askPath(address, { headers: { 'if-none-match': tag } }) : first;
      expect(again ? answer.status : 304).toBe(304);
      expect(await complaintOf('/og/{name}', 'get', answer)).toBeUndefined();
    },
  );

  it('by the redirect', async () => {
    const path = Object.keys(document.paths).find((name) => name.endsWith('process-url'))!;
    const found = await redirect(`${path}?template=plain&title=Hi`);
    expect(found.status).toBe(302);
    expect(await complaintOf(path, 'get', found)).toBeUndefined();
    const posted = await redirect(`${path}?template=plain`, { method: 'POST', ...json });
    expect(await complaintOf(path, 'get', posted)).toBeUndefined();
  });

  it.each([
    ['that is there', '/img/photo-md.webp', 200],
    ['in whichever format', '/img/photo.auto', 200],
    ['that is not', '/img/other.webp', 404],
    ['by a wrong parameter', '/img/photo.webp?width=3', 400],
  ])('of a picture of the site %s', async (_, address, status) => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
      .png()
      .toBuffer();
    const { ask: askFor } = await servePictures({ pictures: folderOf({ 'photo.png': photo }) });
    const answer = await askFor(address, json);
    expect(answer.status).toBe(status);
    expect(await complaintOf('/img/{path}', 'get', answer)).toBeUndefined();
  });

  it('of what administrators ask about pictures', async () => {
    const { ask, newUpload } = await startApi(makeFolder());
    const picture = await goodPng();
    const complaints: (string | undefined)[] = [];
    const asked = new Set<string>();
    const tell = async (path: string, method: string, status: number, answer: Response) => {
      asked.add(`${method} ${path}`);
      expect([method, path, answer.status]).toEqual([method, path, status]);
      complaints.push(await complaintOf(path, method, answer));
    };
    const as = (method: string, body?: object) => ({
      method,
      headers: { ...asAdmin, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const send = (address: string, body: Buffer | string, type = 'application/octet-stream') =>
      ask(address, {
        method: 'POST',
        body: new Uint8Array(Buffer.from(body)),
        headers: { 'content-type': type },
      });
    const [all, uploads] = ['/api/pictures', '/api/pictures/uploads'];
    const [ticket, one, tag] = [`${uploads}/{ticket}`, `${all}/{path}`, `${all}/purge`];

    await tell(uploads, 'post', 201, await ask(uploads, as('POST', { name: 'blog/a.png' })));
    await tell(uploads, 'post', 400, await ask(uploads, as('POST', { name: '../a.png', of: 'nobody' })));
    await tell(uploads, 'post', 415, await ask(uploads, { ...as('POST'), body: 'x' }));
    const address = await newUpload({ name: 'blog/a.png' });
    await tell(ticket, 'post', 415, await send(address, 'no picture'));
    await tell(ticket, 'post', 422, await send(address, picture.subarray(0, -20)));
    await tell(ticket, 'post', 400, await send(address, ''));
    await tell(ticket, 'post', 403, await send(address.replace(/.$/, 'x'), picture));
    await tell(ticket, 'post', 201, await send(address, picture));
    await tell(ticket, 'post', 410, await send(address, picture));
    await tell(ticket, 'post', 409, await send(await newUpload({ name: 'blog/a.png' }), picture));
    await tell(ticket, 'post', 201, await send(await newUpload(), picture));
    await tell(ticket, 'post', 200, await send(await newUpload(), picture));
    await tell(all, 'get', 200, await ask(`${all}?limit=1`, as('GET')));
    await tell(all, 'head', 200, await ask(all, as('HEAD')));
    await tell(all, 'get', 400, await ask(`${all}?limit=0`, as('GET')));
    await tell(all, 'get', 401, await ask(all));
    await tell(one, 'get', 200, await ask(`${all}/blog/a.png`, as('GET')));
    await tell(one, 'head', 200, await ask(`${all}/blog/a.png`, as('HEAD')));
    await tell(one, 'get', 404, await ask(`${all}/blog/b.png`, as('GET')));
    await tell(`${one}/purge`, 'post', 200, await ask(`${all}/blog/a.png/purge`, as('POST')));
    await tell(tag, 'post', 200, await ask(`${tag}?tag=variant-md`, as('POST')));
    await tell(tag, 'post', 400, await ask(`${tag}?tag=of-nobody`, as('POST')));
    await tell(one, 'delete', 200, await ask(`${all}/blog/a.png`, as('DELETE')));
    await tell(one, 'delete', 404, await ask(`${all}/blog/a.png`, as('DELETE')));
    expect(complaints.filter(Boolean)).toEqual([]);
    const described = Object.entries(document.paths).filter(([path]) => path.startsWith(all));
    const operations = described.flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect([...asked].sort()).toEqual(operations.sort());
  });

  it.each([true, false])('of health and readiness, where it is ready: %s', async (ready) => {
    const checks = { card: ready ? { ok: true, ms: 3 } : { ok: false, problem: 'no browser' } };
    const app = express().use(
      adminRouter({ ready: () => Promise.resolve({ ready, degraded: false, checks }) }),
    );
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    for (const path of ['/health', '/ready']) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      expect(await complaintOf(path, 'get', answer)).toBeUndefined();
    }
    server.close();
  });
});

const crawler = { headers: { 'user-agent': 'Twitterbot/1.0', accept: '*/*' } };
