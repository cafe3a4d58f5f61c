import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { startCloudinary } from '../support/cloudinary/server.ts';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const run = promisify(execFile);
const standIn = await startCloudinary();
afterAll(() => standIn.close());

const setUp = (variables: Record<string, string> = {}) =>
  run(process.execPath, [main, 'cloudinary', 'setup'], {
    env: {
      ...process.env,
      OG_SITE_URL: 'https://site.example',
      CLOUDINARY_URL: standIn.environmentUrl,
      ...variables,
    },
  });

describe('cardstock cloudinary setup', () => {
  it('checks the account, uploads the carrier and looks whether it is delivered', async () => {
    const { stdout } = await setUp();
    expect(stdout).toMatch(
      /^account {3}test123, key 1234: accepted\ncarrier {3}cardstock-carrier: uploaded\ndelivery {2}http:\S+: answers with an image\n$/,
    );
    expect(standIn.calls).toMatchObject({ pings: 1, uploads: 1, delivery: 1 });
  });

  it('can be repeated, under another name', async () => {
    expect((await setUp({ OG_CLOUDINARY_CARRIER: 'pixel' })).stdout).toContain('carrier   pixel: uploaded');
  });

  it.each([
    [
      'a wrong secret',
      { CLOUDINARY_URL: standIn.environmentUrl.replace(':b@', ':c@') },
      1,
      'did not accept the account',
    ],
    [
      'a wrong key',
      { CLOUDINARY_URL: standIn.environmentUrl.replace('1234', '4321') },
      1,
      'Check CLOUDINARY_URL',
    ],
    [
      'a wrong cloud',
      { CLOUDINARY_URL: standIn.environmentUrl.replace('test123', 'test124') },
      1,
      'Check CLOUDINARY_URL',
    ],
    [
      'a host that is not there',
      { CLOUDINARY_URL: 'cloudinary://1:2@c?upload_prefix=http://127.0.0.1:9' },
      1,
      'Check the network',
    ],
    [
      'a delivery that is not there',
      { CLOUDINARY_URL: standIn.environmentUrl.replace(/cname=[^&]+/, 'cname=127.0.0.1:9') },
      1,
      'cannot be reached',
    ],
    ['no account', { CLOUDINARY_URL: '' }, 2, 'CLOUDINARY_URL is not set'],
    ['no site', { OG_SITE_URL: '' }, 2, 'OG_SITE_URL is not set'],
  ])('says what is wrong with %s', async (_name, variables, code, message) => {
    await expect(setUp(variables)).rejects.toMatchObject({
      code,
      stderr: expect.stringContaining(message) as string,
    });
  });

  it('never prints the secret', async () => {
    const url = standIn.environmentUrl.replace(':b@', ':correct-horse-battery@');
    const { stderr } = (await setUp({ CLOUDINARY_URL: url }).catch((error: unknown) => error)) as {
      stderr: string;
    };
    expect(stderr).toContain('did not accept');
    expect(stderr).not.toContain('correct-horse-battery');
  });
});
