import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { goodPng, gradient } from '../../card/pictures/support/pictures.ts';
import { host, startPictureServer } from '../../card/pictures/support/picture-server.ts';
import { createResponder, secrets } from '../../support/services.ts';

const picture = await goodPng();
const portrait = `https://${host}/ada.png`;
const ada = { template: 'article', props: { title: 'Hello', author: 'Ada Lovelace', avatar: portrait } };
const withPicture =
  /<div [^>]*class="portrait"[^>]*><img src="data:image\/(?:png|jpeg)(?:;ground=\w+)?;base64,/;
const withInitials = />AL</;

/** A server of pictures, and the way of a request that may ask it. */
async function startSite(answer: RequestListener, config = {}) {
  const { network, state } = await startPictureServer(answer);
  const responder = createResponder({
    config: { imageHosts: [host], allowUnsigned: true, secrets, ...config },
    sources: { network },
  });
  return { ...responder, state };
}

const query = `?template=article&title=Hello&author=Ada+Lovelace&avatar=${encodeURIComponent(portrait)}`;

describe('a card with a picture from an address', () => {
  it('has the picture inside, fetched once for all who ask', async () => {
    const { ask, camera, state } = await startSite((_request, response) => response.end(picture));
    const answers = await Promise.all([ask(query), ask(query), ask(`${query}&theme=dark`)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0].headers.get('cardstock-missing-images')).toBeNull();
    expect(camera.taken).toHaveLength(2);
    expect(camera.taken.every((html) => withPicture.test(html) && !html.includes(host))).toBe(true);
    expect(state.requests).toHaveLength(1);
  });

  it('has another key when another picture lies there', async () => {
    const other = await gradient(61, 40, 4).png().toBuffer();
    let current = picture;
    const answer: RequestListener = (_request, response) => response.end(current);
    const first = await (await startSite(answer)).ask(query);
    current = other;
    const second = await (await startSite(answer)).ask(query);
    expect(first.headers.get('etag')).not.toBe(second.headers.get('etag'));
  });

  it('has a sealed URL that stays the same whatever lies there, and is current', async () => {
    const { seal, askPath } = await startSite((_request, response) => response.end(picture));
    const answer = await askPath(await seal(ada));
    expect(answer.headers.get('cache-control')).toMatch(/max-age=31536000, immutable/);
  });
});

describe.each([
  ['is not there', (_request, response) => response.writeHead(404).end(picture), 'image_unavailable'],
  ['is no picture', (_request, response) => response.end('<svg xmlns="…"/>'), 'image_unavailable'],
  ['breaks off', (_request, response) => response.end(picture.subarray(0, 60)), 'image_unavailable'],
] as [string, RequestListener, string][])('a card whose picture %s', (_name, answer, code) => {
  it('shows the initials for a minute, says so, and is not kept under the good key', async () => {
    let isWell = false;
    const listener: RequestListener = (request, response) =>
      isWell ? response.end(picture) : answer(request, response);
    const { ask, camera } = await startSite(listener, { production: true });
    const ill = await ask(query);
    expect(ill.status).toBe(200);
    expect(ill.headers.get('cardstock-missing-images')).toBe(`avatar; reason="${code}"`);
    expect(ill.headers.get('cache-control')).toBe('public, max-age=60');
    expect(camera.taken[0]).toMatch(withInitials);

    isWell = true;
    const well = await (await startSite(listener)).ask(query);
    expect(well.headers.get('etag')).not.toBe(ill.headers.get('etag'));
    expect(well.headers.get('cardstock-missing-images')).toBeNull();
  });

  it('is a failure where a cache would keep it for good', async () => {
    const { seal, askPath, camera } = await startSite(answer);
    const strict = await askPath(await seal(ada, { strict: true }), { method: 'POST', body: 'x' });
    expect([strict.status, camera.taken.length]).toEqual([502, 0]);
  });
});

describe('a picture from where none may come', () => {
  it('is never asked for, and the card does without', async () => {
    const { ask, state, camera } = await startSite((_request, response) => response.end(picture), {
      imageHosts: [],
    });
    const answer = await ask(query);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cardstock-missing-images')).toBe(
      'avatar; reason="its host is not on the list"',
    );
    expect(camera.taken[0]).toMatch(withInitials);
    expect(state.connections).toBe(0);
  });

  it.each([
    'http://images.example.test/a.png',
    'file:///etc/passwd',
    '//images.example.test/a.png',
    'ftp://a.b/c',
  ])('is refused by name: %s', async (source) => {
    const { ask, camera } = createResponder();
    const answer = await ask(`?template=article&title=Hello&author=A&avatar=${encodeURIComponent(source)}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Parameter "avatar": expected an https URL');
    expect(camera.taken).toEqual([]);
  });
});

describe('a picture of the site itself', () => {
  it('is read from below its folder, and from nowhere else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cardstock-site-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'ada.png'), picture);
    const { ask, camera } = createResponder({ sources: { rootFolder: folder } });
    const card = '?template=article&title=Hello&author=Ada+Lovelace&avatar=';
    await ask(`${card}/ada.png`);
    const outside = await ask(`${card}../ada.png`);
    expect(camera.taken[0]).toMatch(withPicture);
    expect(outside.headers.get('cardstock-missing-images')).toContain('lead out of the root folder');
  });
});

it('a data URL that is no picture is refused by name, and nothing is rendered', async () => {
  const { ask, camera } = createResponder();
  const url = encodeURIComponent('data:image/png;base64,AAAA');
  const answer = await ask(`?template=article&title=Hello&author=A&avatar=${url}`);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('Parameter "avatar"');
  expect(camera.taken).toEqual([]);
});
