import { describe, expect, it } from 'vitest';
import { gradient } from '../../card/pictures/support/pictures.ts';
import { makeSite, metaOf, page } from './support.ts';

const canonical = (href: string) => page({ head: `<link rel="canonical" href="${href}">` });

describe('a broken % costs no page its card', () => {
  it('in a canonical address, or the name of a file', async () => {
    const pages = {
      'sale/index.html': canonical('https://example.com/sale/20%-off/'),
      'latin1.html': canonical('https://example.com/caf%E9.html'),
      'end.html': canonical('https://example.com/100%'),
      '100% wool.html': page(),
      '%zz.html': page(),
    };
    const site = makeSite(pages, { config: `{ routes: [{ match: '/**', template: 'plain' }] }` });
    expect(await site.build()).toMatchObject({ withCard: 5, failures: [], warnings: [] });
  });

  it('in the address of a picture', async () => {
    const picture = await gradient(60, 40, 4).png().toBuffer();
    const site = makeSite(
      { 'index.html': page(), 'img/50%-off.png': picture },
      {
        config: `{ routes: [{ match: '/**', template: 'episode', fromPage: ({ title }) =>
          ({ title, cover: 'https://example.com/img/50%-off.png' }) }] }`,
      },
    );
    expect(await site.build()).toMatchObject({ withCard: 1, failures: [], warnings: [] });
  });
});

it('a picture that is written wrongly is drawn around, with a line that names its page', async () => {
  const sources = {
    'a.html': 'http://images.example.net/a.png',
    'b.html': 'data:text/plain,hello',
    'c.html': 'javascript:alert(1)',
    'd.html': '//[',
    'e.html': 'data:image/png;base64,AAAA',
    'f.html': '/missing.png',
  };
  const site = makeSite(Object.fromEntries(Object.keys(sources).map((path) => [path, page()])), {
    config: `{ routes: [{ match: '/**', template: 'episode', fromPage: ({ title, path }) =>
      ({ title, cover: ${JSON.stringify(sources)}[path] }) }] }`,
  });
  const report = await site.build();
  expect(report).toMatchObject({ withCard: 6, failures: [] });
  expect(report.warnings.map(({ path }) => path)).toEqual(Object.keys(sources));
  expect(report.warnings[0]?.message).toContain('the picture "cover" could not be shown');
});

it('an error in one page is a failure of that page, and the others are finished', async () => {
  const site = makeSite(
    {
      'a.html': page({ title: 'One' }),
      'b.html': page({ title: 'Two' }),
      'c.html': page({ title: 'Three' }),
    },
    {
      config: `{ routes: [{ template: 'plain', match: ({ path }) => {
        if (path === 'b.html') throw new TypeError('no such thing');
        return true;
      } }] }`,
    },
  );
  const report = await site.build();
  expect(report.failures).toEqual([
    {
      path: 'b.html',
      message: expect.stringMatching(/^no such thing — .*cardstock\.config\.ts:3:\d+$/) as string,
    },
  ]);
  expect(report.withCard).toBe(2);
  expect(metaOf(site.read('b.html'), 'og:image')).toBeUndefined();
});
