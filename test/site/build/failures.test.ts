import { expect, it } from 'vitest';
import { makeSite, page } from './support.ts';

const routed = (route: string) =>
  `{ routes: [{ match: '/b.html', template: 'plain', ${route} }, { match: '/**', template: 'plain' }] }`;

it.each([
  [
    'a function of the config throws',
    `fromPage: (page) => ({ title: page.nothing.there })`,
    /^Cannot read properties .* — .*cardstock\.config\.ts:2:\d+$/,
  ],
  [
    'a prop is wrong, and another one',
    `fromPage: () => ({ titel: 'x' })`,
    /^Template "plain".*: prop "titel": no such prop\. Did you mean "title"\? Valid: .* prop "title": is required\.$/,
  ],
  [
    'there is no such template',
    `template: 'plian'`,
    /^there is no template "plian"\. Did you mean "plain"\? Valid: /,
  ],
  [
    'there is no such size',
    `variant: 'sqare'`,
    /^Parameter "variant": unknown value "sqare"\. Did you mean "square"\? /,
  ],
])(
  'where %s, the page is named and what to correct, and other pages have their cards',
  async (_what, route, message) => {
    const site = makeSite({ 'a.html': page(), 'b.html': page() }, { config: routed(route) });
    const report = await site.build({ dryRun: true });
    expect(report).toMatchObject({ withCard: 1, failures: [{ path: 'b.html' }] });
    expect(report.failures[0]!.message).toMatch(message);
  },
);

it('folders of tools are no part of the site', async () => {
  const site = makeSite({
    'a.html': page(),
    '.cache/b.html': page(),
    'node_modules/c/c.html': page(),
    'docs/.git/d.html': page(),
    'docs/e.html': page(),
  });
  expect((await site.build({ dryRun: true })).changed).toEqual(['a.html', 'docs/e.html']);
});

it('a folder that is not there is told before anything else is asked for', async () => {
  const { build } = makeSite({});
  await expect(build({ site: undefined })).rejects.toThrow('is no folder that can be read');
});
