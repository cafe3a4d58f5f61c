import { afterAll, beforeEach, expect, it } from 'vitest';
import { NetlifyCdn } from '../../../../src/serve/cache/cdn/netlify-cdn.ts';
import { CdnPurgeError } from '../../../../src/errors.ts';
import { purgeSite, startNetlifyPurge } from '../../../support/netlify-purge.ts';

const netlify = await startNetlifyPurge();
afterAll(() => netlify.close());
beforeEach(() => void (netlify.purged.length = 0));

const cdn = (options = {}) => new NetlifyCdn({ ...purgeSite, api: netlify.api, ...options });
const paths = ['/og/*'];

it('Netlify is told the tags', async () => {
  await cdn().purge({ tags: ['template-plain'], paths });
  await cdn().purge({ tags: ['image-blog/photo%2C%20one.jpg', 'variant-og@2x'], paths });
  expect(netlify.purged).toEqual([['template-plain'], ['image-blog/photo%2C%20one.jpg', 'variant-og@2x']]);
});

it('Netlify is never told to forget all of a site', async () => {
  await cdn().purge({ tags: [], paths });
  expect(netlify.purged).toEqual([]);
});

it.each([
  ['a wrong token', { token: 'another' }, 'the token is not valid: NETLIFY_AUTH_TOKEN'],
  ['another site', { siteID: 'another' }, 'there is no such site: NETLIFY_SITE_ID'],
  ['an API that is not there', { api: 'http://127.0.0.1:9' }, 'it cannot be asked'],
])('%s is told in words', async (_name, options, reason) => {
  const purge = cdn(options).purge({ tags: ['cardstock'], paths });
  await expect(purge).rejects.toThrow(`Netlify was not purged: ${reason}.`);
  const error = await cdn(options)
    .purge({ tags: ['cardstock'], paths })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CdnPurgeError);
  expect(JSON.stringify(error)).not.toContain(purgeSite.token);
});

it('what Netlify refuses for being repeated is told', async () => {
  const purge = () => cdn().purge({ tags: ['cardstock'], paths });
  await purge();
  await purge();
  await expect(purge()).rejects.toThrow('one tag can be purged twice in five seconds');
});
