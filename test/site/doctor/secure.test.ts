import { expect, it } from 'vitest';
import { Web } from '../../../src/system/network/web.ts';
import { card } from './support/images.ts';
import { page } from './support/pages.ts';
import { network, secureHost, startSecureServer } from './support/secure-server.ts';
import { answering, startServer } from './support/server.ts';
import { examineFiles } from './support/site.ts';

const image = answering({ '/card.jpg': { type: 'image/jpeg', body: card } });
const asking = { userAgent: 'test', maxBytes: 1_000_000, timeoutMs: 5_000 };

it('finds an image that leads from http to https', async () => {
  const secure = await startSecureServer(image);
  const plain = await startServer((request, response) =>
    response.writeHead(301, { location: `${secure.origin}${request.url}` }).end(),
  );
  const url = `${plain.origin.replace('127.0.0.1', secureHost)}/card.jpg`;
  const html = page({ metas: { 'og:image': url } });
  const [report] = await examineFiles({ 'index.html': html }, { online: true, network });
  const found = report!.findings.map(({ rule, severity, platforms }) => [rule, severity, platforms.length]);
  expect(found).toEqual([
    ['address-private', 'error', 14], // .test is nobody's
    ['address-not-https', 'error', 14],
    ['http-to-https', 'warning', 14],
  ]);
});

it('takes an image by https', async () => {
  const secure = await startSecureServer(image);
  const html = page({ metas: { 'og:image': `${secure.origin}/card.jpg` } });
  const [report] = await examineFiles({ 'index.html': html }, { online: true, allowLocal: true, network });
  expect(report!.findings).toEqual([]);
});

it.each([
  ['nobody vouches for', { ...network, ca: '' }, secureHost, /signed by nobody/],
  ['is for another host', network, 'other.example.test', /for another host/],
])('takes no certificate that %s', async (_name, reached, host, reason) => {
  const secure = await startSecureServer(image);
  const web = new Web({ network: reached });
  const asked = web.ask(`${secure.origin.replace(secureHost, host)}/card.jpg`, asking);
  await expect(asked).rejects.toMatchObject({
    code: 'unreachable',
    reason: expect.stringMatching(reason) as string,
  });
  web.close();
});
