import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createResponder } from '../support/services.ts';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const run = promisify(execFile);
const cardstock = (words: string[], variables: Record<string, string> = {}) =>
  run(process.execPath, [main, ...words], { env: { ...process.env, ...variables } });

describe('cardstock secret', () => {
  it('prints a new one each time, which is long enough and needs no quotes', async () => {
    const [one, two] = await Promise.all([cardstock(['secret']), cardstock(['secret'])]);
    expect(one.stdout).toMatch(/^[\w-]{43}\n$/);
    expect(one.stdout).not.toBe(two.stdout);
  });
});

describe('cardstock url', () => {
  const site = { OG_SITE_URL: 'https://site.example' };

  it("prints a card's URLs, which a server with the same secret answers", async () => {
    const secret = (await cardstock(['secret'])).stdout.trim();
    const words = ['url', 'plain', '--props', '{"title":"C++ & C#"}', '--variant', 'square'];
    const { stdout } = await cardstock(words, {
      ...site,
      OG_SECRETS: secret,
      CLOUDINARY_URL: 'cloudinary://1:2@cloud',
    });
    const [card, redirect, cloudinary] = stdout.split('\n').map((line) => line.split(/\s+/)[1]!);
    const {
      askPath,
      redirect: follow,
      camera,
    } = createResponder({ config: { secrets: [secret], allowUnsigned: false } });
    expect((await askPath(card!.replace('https://site.example', ''))).status).toBe(200);
    expect(camera.taken[0]).toContain('C++ &amp; C#');
    expect((await follow(redirect!.replace('https://site.example', ''))).status).toBe(302);
    expect(cloudinary).toMatch(/^https:\/\/res\.cloudinary\.com\/cloud\/image\/upload\/s--/);
  });

  it.each([
    [['url'], {}, 'OG_SITE_URL is not set'],
    [['url', 'nope'], site, 'There is no template "nope"'],
    [['url', 'plain'], { ...site, NODE_ENV: 'production' }, 'OG_SECRETS is not set'],
    [['url', 'plain'], { ...site, OG_SECRETS: 'short' }, 'at least 32 bytes'],
  ])('refuses %j with %o and says why', async (words, variables, message) => {
    await expect(cardstock(words, variables)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message) as string,
    });
  });
});
