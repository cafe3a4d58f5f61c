import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { Cardstock } from '../../../../src/cardstock.ts';
import type { Config } from '../../../../src/config.ts';
import { createApp } from '../../../../src/serve/express/app.ts';

export const adminToken = 'the-token-of-the-tests-0123456789abcdef';
export const asAdmin = { authorization: `Bearer ${adminToken}` };

export interface Api {
  readonly origin: string;
  readonly cardstock: Cardstock;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** As an administrator, and what the JSON says. */
  readonly admin: (
    path: string,
    method?: string,
    body?: unknown,
  ) => Promise<{ status: number; headers: Headers; said: Said }>;
  /** The address of one upload, whole. */
  readonly newUpload: (wish?: object) => Promise<string>;
}

/** What any answer of the API may say. */
export interface Said {
  readonly error?: { readonly code: string; readonly message: string; readonly parameter?: string };
  readonly upload?: { readonly url: string; readonly expiresAt: string; readonly types: string[] };
  readonly picture?: {
    readonly path: string;
    readonly type: string;
    readonly width: number;
    readonly version?: string;
  };
  readonly pictures?: readonly { readonly path: string; readonly byteLength: number }[];
  readonly next?: string;
  readonly removed?: unknown;
}

/** A server over HTTP, whose pictures lie where `pictures` says; gone when the test is over. */
export async function startApi(pictures: string, config: Partial<Config> = {}): Promise<Api> {
  const settings = { pictures, adminToken, store: 'none' as const, ...config };
  const cardstock = new Cardstock({ templates: [], config: settings, environment: {} });
  const server = createServer(createApp(cardstock)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, init?: RequestInit) => fetch(new URL(path, origin), init);
  const admin: Api['admin'] = async (path, method = 'GET', body) => {
    const headers = new Headers(asAdmin);
    if (body !== undefined) headers.set('content-type', 'application/json');
    const response = await ask(path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    const said = text === '' ? {} : (JSON.parse(text) as Said);
    return { status: response.status, headers: response.headers, said };
  };
  return {
    origin,
    cardstock,
    ask,
    admin,
    newUpload: async (wish = {}) => {
      const { said } = await admin('/api/pictures/uploads', 'POST', wish);
      return new URL(said.upload!.url, origin).href;
    },
  };
}

export async function send(address: string, body: BodyInit, headers: Record<string, string> = {}) {
  const response = await fetch(address, { method: 'POST', body, headers });
  const said = (await response.json()) as Said;
  return { status: response.status, headers: response.headers, said, code: said.error?.code };
}

/** A form with one file in it, as a page sends it. */
export function formWith(bytes: Buffer, name = 'holiday.png'): FormData {
  const form = new FormData();
  form.set('about', 'whatever else a page has');
  form.set('file', new File([new Uint8Array(bytes)], name, { type: 'text/html' }));
  return form;
}
