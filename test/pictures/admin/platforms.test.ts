import { describe, expect, it } from 'vitest';
import { lambdaHandler } from '../../../src/aws/renderer/handler.ts';
import { Cardstock } from '../../../src/cardstock.ts';
import { openOriginals } from '../../../src/pictures/originals/open-originals.ts';
import type { FunctionUrlEvent } from '../../../src/serve/platforms/aws/function-url.ts';
import { goodPng } from '../../card/pictures/support/pictures.ts';
import { makeFolder } from '../../support/folder.ts';
import { pathsOf } from '../originals/conformance.ts';
import { adminToken, asAdmin, formWith, type Said } from './support/api.ts';

/** The same request in each platform's own form. */
type Ask = (request: Request) => Promise<{ status: number; said: Said }>;

const platforms: Readonly<Record<string, (cardstock: Cardstock) => Ask>> = {
  'a Request': (cardstock) => async (request) => {
    const response = await cardstock.respond(request);
    return { status: response.status, said: (await response.json()) as Said };
  },
  'a function of Netlify': (cardstock) => async (request) => {
    const { pathname, search } = new URL(request.url);
    const url = `https://site.example/.netlify/functions/gen-opengraph-image${pathname}${search}`;
    const response = await cardstock.respond(new Request(url, request));
    return { status: response.status, said: (await response.json()) as Said };
  },
  'the URL of a Lambda': (cardstock) => {
    const handler = lambdaHandler(cardstock, { write: () => {} });
    return async (request) => {
      const { statusCode, body } = await handler(await eventOf(request));
      return { status: statusCode, said: JSON.parse(Buffer.from(body, 'base64').toString()) as Said };
    };
  },
};

async function eventOf(request: Request): Promise<FunctionUrlEvent> {
  const { pathname, search } = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  return {
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: Object.fromEntries(request.headers),
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
    requestContext: { domainName: 'abc.lambda-url.us-east-1.on.aws', http: { method: request.method } },
  };
}

describe.each(Object.entries(platforms))('as %s', (_name, on) => {
  it('pictures are uploaded, listed, told of and removed', async () => {
    const pictures = makeFolder();
    const cardstock = new Cardstock({
      templates: [],
      environment: {},
      config: { pictures, adminToken, store: 'none' },
    });
    const ask = on(cardstock);
    const at = (path: string, init: RequestInit = {}) => new Request(`https://site.example${path}`, init);
    const asked = { method: 'POST', headers: asAdmin, body: JSON.stringify({ name: 'blog/a.png' }) };
    const headers = { ...asAdmin, 'content-type': 'application/json' };
    const { said } = await ask(at('/api/pictures/uploads', { ...asked, headers }));
    const { url } = said.upload!;
    const body = formWith(await goodPng());
    expect((await ask(at(url, { method: 'POST', body }))).status).toBe(201);
    expect((await ask(at(url, { method: 'POST', body }))).said.error!.code).toBe('upload_used');
    expect((await ask(at('/api/pictures'))).status).toBe(401);
    const list = await ask(at('/api/pictures', { headers: asAdmin }));
    expect(list.said.pictures!.map(({ path }) => path)).toEqual(['blog/a.png']);
    const one = await ask(at('/api/pictures/blog/a.png', { headers: asAdmin }));
    expect(one.said.picture).toMatchObject({ path: 'blog/a.png', type: 'png', width: 60 });
    const removed = await ask(at('/api/pictures/blog/a.png', { method: 'DELETE', headers: asAdmin }));
    expect(removed).toEqual({ status: 200, said: { removed: 'blog/a.png' } });
    expect(await pathsOf(openOriginals(pictures))).toEqual([]);
  });
});
