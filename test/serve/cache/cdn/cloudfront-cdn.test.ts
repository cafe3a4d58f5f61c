import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CloudFrontCdn } from '../../../../src/serve/cache/cdn/cloudfront-cdn.ts';
import { startCloudFront } from '../../../support/aws/cloudfront-server.ts';

let cloudFront: Awaited<ReturnType<typeof startCloudFront>>;
const start = async (options = {}) => {
  cloudFront = await startCloudFront(options);
  for (const [name, value] of Object.entries(cloudFront.environment)) vi.stubEnv(name, value);
};
beforeEach(() => start());
afterEach(async () => {
  vi.unstubAllEnvs();
  await cloudFront.close();
});

const purge = (paths: readonly string[], distribution = 'E2EXAMPLE1', base = '') =>
  new CloudFrontCdn(distribution, base).purge({ tags: ['cardstock'], paths });
const told = () => cloudFront.underWay.map(({ paths }) => paths);
const numbered = (count: number, end = '.jpg') =>
  Array.from({ length: count }, (_, at) => `/img/blog/${at}${end}`);

it('CloudFront is told the paths, in one order each time', async () => {
  await purge(['/og/*', '/img/blog/photo*']);
  await purge(['/og/*'], 'E2EXAMPLE1', '/cards');
  expect(told()).toEqual([['/og/*', '/img/blog/photo*'], ['/cards/og/*']]);
});

it.each([
  ['3,001 paths', numbered(3_001), ['/img/blog/*']],
  ['16 paths with a star', numbered(16, '*'), ['/img/blog/*']],
  ['15 of these and 2,986 others', [...numbered(15, '*'), ...numbered(2_986)], ['/img/blog/*']],
  ['none', [], undefined],
])('%s are no more than CloudFront has room for', async (_name, paths, expected) => {
  await purge(paths);
  expect(told()).toEqual(expected ? [expected] : []);
});

it('as many as there is room for are told one by one', async () => {
  await purge([...numbered(15, '*'), ...numbered(2_985)]);
  expect(told()[0]).toHaveLength(3_000);
});

it('a path that is there twice is told once', async () => {
  await purge(['/og/*', '/og/*', '/a.jpg', '/a.jpg']);
  expect(told()).toEqual([['/a.jpg', '/og/*']]);
});

it.each([
  ['Cache-Tag', {}, ['#cardstock']],
  ['x-amz-meta-cache-tag', {}, ['#cardstock']],
  ['Another-Header', {}, ['/img/*']],
  ['Cache-Tag', { isHidden: true }, ['/img/*']],
])('a distribution that reads tags from %s, %j, is told %j', async (tagHeader, options, expected) => {
  await cloudFront.close();
  await start({ tagHeader, ...options });
  await purge(['/img/*']);
  expect(told()).toEqual([expected]);
});

it('what CloudFront refuses is told in words', async () => {
  await expect(purge(['/og/*'], 'EANOTHER')).rejects.toThrow(
    'CloudFront, EANOTHER was not purged: there is no such distribution: OG_CLOUDFRONT_DISTRIBUTION.',
  );
  await purge(numbered(15, '*'));
  await expect(purge(['/og/*'])).rejects.toThrow(
    'too many invalidations are under way: again in some minutes',
  );
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another');
  await expect(purge(['/a.jpg'])).rejects.toThrow('SignatureDoesNotMatch');
});
