import { expect, it } from 'vitest';
import { checkFiles } from '../../../src/aws/package/check-files.ts';

const sharp = '/site/node_modules/@img/sharp-linux-x64/lib/sharp-linux-x64.node';
const chromium = '/site/node_modules/@sparticuz/chromium/bin/chromium.br';
const packed = '/site/node_modules/@sparticuz/chromium/bin/chromium.pack';
const s3 = '/site/node_modules/@aws-sdk/client-s3/dist-cjs/index.js';

it('a renderer with all that Lambda needs is good', () => {
  expect(() => checkFiles([sharp, chromium, s3])).not.toThrow();
  expect(() => checkFiles([sharp, packed, s3])).not.toThrow();
});

it.each([
  ['sharp of another system', [chromium, s3], '--os=linux --cpu=x64'],
  ['no browser', [sharp, s3], '@sparticuz/chromium'],
  ['no way into the bucket', [sharp, chromium], 'npm install -D @aws-sdk/client-s3'],
  [
    'packages as pnpm links them',
    [sharp, chromium, s3, '/site/node_modules/.pnpm/a@1.0.0/node_modules/a/index.js'],
    'nodeLinker: hoisted',
  ],
])('a renderer with %s is refused, and told the way out', (_case, files, wayOut) => {
  expect(() => checkFiles(files)).toThrow(wayOut);
});
