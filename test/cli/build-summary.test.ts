import { expect, it } from 'vitest';
import { summaryOf } from '../../src/cli/build-summary.ts';
import { makeSite } from '../site/build/support.ts';

const shell = '<!doctype html><html lang="en"><head><script src="a.js"></script></head><body></body></html>';

async function summary(pages: Record<string, string>): Promise<string[]> {
  const run = { folder: 'public', isDry: true, ms: 1_234 };
  return summaryOf(await makeSite(pages).build({ dryRun: true }), run);
}

it('pages that scripts fill are summed up in one line', async () => {
  const lines = await summary({ 'owls.html': shell, 'bats.html': shell });
  expect(lines).toContain('2 pages were named after their files');
  expect(await summary({ 'owls.html': shell })).toContain('1 page was named after its file');
});

it('no line speaks of them where there are none', async () => {
  const lines = await summary({ 'owls.html': shell.replace('<head>', '<head><title>Owls at night</title>') });
  expect(lines.join('\n')).not.toContain('named after');
});

it('a file name moves no cursor and begins no line', async () => {
  const lines = await summary({ 'bats\u001b[31m\nat night.html': shell });
  expect(lines).toContain('  bats [31m at night.html: named after its file; without a description');
});

it('one page is one page', async () => {
  expect(await summary({ 'owls.html': shell })).toContain(
    '1 page: 1 would have a card, 1 would change; images: 1 would be made, 0 reused',
  );
});

it('of many images that are not there ten are named, and the others counted', async () => {
  const names = Array.from({ length: 12 }, (_, number) => `page-${number}.html`);
  const head = (name: string) => `<head><meta property="og:image" content="/${name}.png">`;
  const lines = await summary(
    Object.fromEntries(names.map((name) => [name, shell.replace('<head>', head(name))])),
  );
  expect(lines.filter((line) => /page-\d+\.html\.png/.test(line))).toHaveLength(10);
  expect(lines).toContain('and 2 more images like these');
});
