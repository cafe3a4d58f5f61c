import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Originals } from '../../../src/pictures/originals/originals.ts';
import { openOriginals } from '../../../src/pictures/originals/open-originals.ts';
import { drawn, foreign, refused } from '../../card/pictures/support/hostile-files.ts';
import { goodJpeg, goodPng, goodWebp, gradient } from '../../card/pictures/support/pictures.ts';
import { S3Server } from '../../support/aws/s3-server.ts';
import { pathsOf } from '../originals/conformance.ts';
import { type Api, formWith, send, startApi } from './support/api.ts';

let s3: S3Server;
beforeAll(async () => void (s3 = await S3Server.start()));
afterAll(() => s3.stop());
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
beforeEach(() => {
  for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value);
  s3.objects().clear();
});
afterEach(() => {
  vi.unstubAllEnvs();
  s3.recover();
});

interface Place {
  readonly setting: string;
  readonly originals: Originals;
}

const places: Readonly<Record<string, () => Place>> = {
  'a folder': () => {
    const folder = mkdtempSync(join(tmpdir(), 'cardstock-uploads-'));
    folders.push(folder);
    return { setting: folder, originals: openOriginals(folder) };
  },
  S3: () => {
    const setting = 's3://cards/site';
    return { setting, originals: openOriginals(setting, { s3Endpoint: s3.endpoint }) };
  },
};

describe.each(Object.entries(places))('an upload into %s', (_name, makePlace) => {
  async function start(): Promise<Api & { originals: Originals; stored: () => Promise<string[]> }> {
    const { setting, originals } = makePlace();
    const api = await startApi(setting, { s3Endpoint: s3.endpoint });
    return { ...api, originals, stored: () => pathsOf(originals) };
  }

  it('is kept byte by byte under its name, raw or in a form', async () => {
    const { newUpload, originals, stored } = await start();
    const bytes = await goodPng();
    const raw = await send(await newUpload({ name: 'blog/a.png' }), new Uint8Array(bytes));
    expect([raw.status, raw.headers.get('location')]).toEqual([201, '/api/pictures/blog/a.png']);
    expect(raw.said.picture).toEqual({
      path: 'blog/a.png',
      byteLength: bytes.length,
      type: 'png',
      width: 60,
      height: 40,
    });
    expect((await send(await newUpload({ name: 'b' }), formWith(bytes))).said.picture!.path).toBe('b.png');
    expect(await stored()).toEqual(['b.png', 'blog/a.png']);
    for (const path of await stored()) {
      expect((await originals.read(path, { maxBytes: 1e6 }))!.bytes.equals(bytes), path).toBe(true);
    }
  });

  it('without a name is kept under its hash, and twice is kept once', async () => {
    const { newUpload, stored } = await start();
    const bytes = new Uint8Array(await goodJpeg());
    const first = await send(await newUpload({ folder: 'avatars/' }), bytes);
    const second = await send(await newUpload({ folder: 'avatars' }), bytes);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.said).toEqual(first.said);
    expect(await stored()).toEqual([expect.stringMatching(/^avatars\/[\da-f]{32}\.jpg$/)]);
  });

  it('is taken once of fifty who send to one address at once, over two servers', async () => {
    const { setting, originals } = makePlace();
    const servers = await Promise.all([1, 2].map(() => startApi(setting, { s3Endpoint: s3.endpoint })));
    const address = new URL(await servers[0]!.newUpload());
    const pictures = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        gradient(20 + at, 20)
          .png()
          .toBuffer(),
      ),
    );
    const answers = await Promise.all(
      pictures.map((bytes, at) => {
        const there = new URL(address.pathname + address.search, servers[at % 2]!.origin);
        return send(there.href, new Uint8Array(bytes));
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(49).fill(410)]);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'upload_used']));
    const won = answers.find(({ status }) => status === 201)!;
    expect(await pathsOf(originals)).toEqual([won.said.picture!.path]);
    expect((await send(address.href, new Uint8Array(pictures[0]!))).code).toBe('upload_used');
  });

  it('that comes to nothing leaves its address for one that does', async () => {
    const { newUpload, stored } = await start();
    const address = await newUpload({ name: 'a.png', maxBytes: 5_000 });
    const bytes = await goodPng();
    const outcomes = [
      await send(address, 'no picture'),
      await send(address, new Uint8Array(bytes.subarray(0, bytes.length / 2))),
      await send(address, new Uint8Array(10_000)),
      await send(address, '{}', { 'content-type': 'application/json' }),
      await send(address, new Uint8Array(await goodJpeg())),
    ];
    expect(outcomes.map(({ status, code }) => `${status} ${code}`)).toEqual([
      '415 unsupported_upload',
      '422 broken_picture',
      '413 upload_too_large',
      '415 unsupported_upload',
      '415 unsupported_upload',
    ]);
    expect(await stored()).toEqual([]);
    expect((await send(address, new Uint8Array(bytes))).status).toBe(201);
    expect((await send(address, new Uint8Array(bytes))).code).toBe('upload_used');
  });

  it('leaves what is there, unless its address says otherwise', async () => {
    const { newUpload, originals } = await start();
    const [first, second] = [await goodPng(), await gradient(9, 9).png().toBuffer()];
    await send(await newUpload({ name: 'a.png' }), new Uint8Array(first));
    const late = await newUpload({ name: 'a.png' });
    const refusal = await send(late, new Uint8Array(second));
    expect([refusal.status, refusal.code]).toEqual([409, 'picture_exists']);
    expect((await originals.read('a.png', { maxBytes: 1e6 }))!.bytes.equals(first)).toBe(true);
    await send(await newUpload({ name: 'a.png', overwrite: true }), new Uint8Array(second));
    expect((await originals.read('a.png', { maxBytes: 1e6 }))!.bytes.equals(second)).toBe(true);
    await originals.remove('a.png');
    expect((await send(late, new Uint8Array(first))).status).toBe(201); // the address was not used up
  });

  it('of any hostile file is refused, and nothing is kept but what is a picture', async () => {
    const { newUpload, stored } = await start();
    const tooLargeElsewhere = /6,000 × 6,000|1 × 16,385|pixels of eight bytes/;
    const files = [...Object.entries(foreign), ...Object.entries(refused)].filter(
      ([name]) => !tooLargeElsewhere.test(name),
    );
    for (const [name, make] of files) {
      const address = await newUpload({ maxBytes: 20_000_000 });
      for (const body of [new Uint8Array(await make()), formWith(await make())]) {
        const { status } = await send(address, body);
        expect([400, 413, 415, 422], name).toContain(status);
      }
    }
    expect(await stored()).toEqual([]);
    for (const make of Object.values(drawn)) {
      const { said, status } = await send(await newUpload(), new Uint8Array(await make()));
      expect(status, said.error?.message).toBeLessThan(300);
    }
  });

  it('of a kind that its address names is taken, and of another is not', async () => {
    const { newUpload } = await start();
    const gif = new Uint8Array(await gradient(8, 8).gif().toBuffer());
    const webp = new Uint8Array(await goodWebp());
    const refusal = await send(await newUpload(), gif);
    expect(refusal.said.error!.message).toBe('The picture is gif. Valid: jpeg, png, webp.');
    expect((await send(await newUpload({ types: ['gif'] }), gif)).said.picture!.path).toMatch(/\.gif$/);
    const other = await send(await newUpload({ types: ['gif'] }), webp);
    expect(other.said.error!.message).toBe('The picture is webp. Valid: gif.');
    expect((await send(await newUpload({ name: 'a.gif' }), gif)).status).toBe(201);
  });
});
