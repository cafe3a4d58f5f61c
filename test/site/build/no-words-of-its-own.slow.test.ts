import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { BuildSiteOptions } from '../../../src/project/build-site.ts';
import { makeSite, page } from './support.ts';

const image = (address: string) => `<meta property="og:image" content="${address}">`;
const ofX = '<meta name="twitter:card" content="summary"><meta name="twitter:image" content="/x.png">';
const words =
  '<meta property="og:title" content="Own"><meta property="og:url" content="https://old.example/"><meta name="description" content="Its own words.">';

/** What a page may say itself: nothing, an image that stays or makes way, everything, in any encoding. */
const pages = {
  'index.html': page({ title: 'Home of fog' }),
  'own.html': page({ title: 'Own', head: image('https://example.com/own.png') }),
  'relative.html': page({ title: 'Relative', head: `${image('/me.png')}\n  ${words}` }),
  'shared-1.html': page({ title: 'One', head: image('https://example.com/all.png') }),
  'shared-2.html': page({ title: 'Two', head: `${image('https://example.com/all.png')}\n  ${ofX}` }),
  'shared-3.html': page({ title: 'Three', head: image('https://example.com/all.png') }),
  'x.html': page({ title: 'For X', head: ofX }),
  'size.html': page({ title: 'Size', head: '<meta property="og:image:width" content="7">' }),
  'article.html': page({
    title: 'Article',
    head: '<meta property="article:published_time" content="2026-10-04">',
  }),
  'lines.html': page({ title: 'Lines', head: words }).replaceAll('\n', '\r\n'),
  'latin.html': Buffer.from(page({ title: 'Grüße', head: words }).replace('utf-8', 'windows-1252'), 'latin1'),
  'bare.html': '<title>Bare</title><p>Words.',
  'hidden.html': page({ title: 'Hidden', head: '<meta name="robots" content="noindex">' }),
};

/** Every way that a build is called: by hand, by a plugin, for a preview. */
const runs: Record<string, Partial<BuildSiteOptions>> = {
  'for its domain': {},
  'for another domain': { site: 'https://other.example' },
  'below a path': { site: 'https://other.example/docs/' },
  'by a plugin, with a path': { basePath: '/blog' },
  'for a preview': { site: 'http://localhost:3000', preview: true },
  'over every image': { overwrite: 'all' },
  'over every image of another domain': { site: 'https://other.example', overwrite: 'all' },
  'over no image': { overwrite: 'none' },
  'for a preview over every image': { site: 'http://localhost:3000', preview: true, overwrite: 'all' },
  'with addresses at Cloudinary': { mode: 'cloudinary' },
  'as a rehearsal': { dryRun: true, site: 'https://other.example', overwrite: 'all' },
};
const names = Object.keys(runs);

const build = async (site: ReturnType<typeof makeSite>, name: string) => {
  const { failures } = await site.build({ mode: 'function', ...runs[name] });
  expect(failures).toEqual([]);
};

it('a build says what it would say on pages that no build has touched, whatever builds were there before it', async () => {
  vi.stubEnv('OG_SECRETS', 'a secret of thirty-two characters');
  vi.stubEnv('CLOUDINARY_URL', 'cloudinary://1:2@cloud');
  onTestFinished(() => void vi.unstubAllEnvs());
  const untouched = makeSite(pages).snapshot();
  const alone = new Map<string, Map<string, string>>([['undo', untouched]]);
  for (const name of names.filter((each) => !runs[each]?.dryRun)) {
    const site = makeSite(pages);
    await build(site, name);
    alone.set(name, site.snapshot());
  }
  const sequence = fc.array(fc.constantFrom(...names, 'undo'), { minLength: 2, maxLength: 5 });
  const holds = async (calls: string[]) => {
    const site = makeSite(pages);
    let expected = untouched;
    for (const name of calls) {
      if (name === 'undo') await site.undo();
      else await build(site, name);
      expected = alone.get(name) ?? expected;
      expect(site.snapshot(), calls.join(', then ')).toEqual(expected);
    }
  };
  await fc.assert(fc.asyncProperty(sequence, holds), { numRuns: 12 });
  for (const name of names) await holds(['over every image', name, 'undo']);
});
