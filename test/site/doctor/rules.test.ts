import { describe, expect, it } from 'vitest';
import type { ExamineOptions } from '../../../src/site/doctor/examine.ts';
import { type PlatformName, platformNames } from '../../../src/site/doctor/platforms.ts';
import type { Finding } from '../../../src/site/doctor/report.ts';
import { type RuleName, ruleNames } from '../../../src/site/doctor/rules/rule-names.ts';
import type { Severity } from '../../../src/site/doctor/rules/rule.ts';
import { card, heavyCard, picture } from './support/images.ts';
import { meta, page, type PageParts } from './support/pages.ts';
import { type Answer, answering, type Respond, startServer } from './support/server.ts';
import { examineAll, examineFiles, type Files } from './support/site.ts';

/** A rule, how bad, and where; and, where it matters, words of the message. */
type Expected = readonly [RuleName, Severity, 'all' | readonly PlatformName[], RegExp?];

interface FolderCase {
  readonly name: string;
  /** Its parts, or all of it. */
  readonly page: PageParts | string;
  /** @default 'index.html' */
  readonly path?: string;
  readonly files?: Files;
  readonly options?: ExamineOptions;
  /** Everything that is found, and nothing else is. */
  readonly found: readonly Expected[];
}

const crawlers: readonly PlatformName[] = ['x', 'linkedin', 'telegram', 'pinterest', 'google'];
const openGraphFrame: readonly PlatformName[] = ['facebook', 'linkedin', 'imessage', 'telegram', 'bluesky'];
const allBut = (...names: PlatformName[]) => platformNames.filter((name) => !names.includes(name));
const sized = (width: number, height: number) => ({
  metas: { 'og:image:width': String(width), 'og:image:height': String(height) },
});
const named = (name: string, type?: string) => ({
  metas: { 'og:image': `https://example.com/${name}`, 'og:image:type': type },
});
const long = (length: number) => 'a'.repeat(length);

const folderCases: readonly FolderCase[] = [
  {
    name: 'no title',
    page: { metas: { 'og:title': undefined } },
    found: [['tag-missing', 'error', 'all', /^og:title is missing/]],
  },
  {
    name: 'a title for X alone',
    page: { metas: { 'og:title': undefined, 'twitter:title': 'A title' } },
    found: [['tag-missing', 'error', allBut('x')]],
  },
  {
    name: 'no image',
    page: {
      metas: {
        'og:image': undefined,
        'og:image:width': undefined,
        'og:image:height': undefined,
        'og:image:alt': undefined,
        'og:image:type': undefined,
      },
    },
    found: [['tag-missing', 'error', 'all', /^og:image is missing/]],
  },
  {
    name: 'no type',
    page: { metas: { 'og:type': undefined } },
    found: [['tag-advised', 'warning', 'all', /^og:type/]],
  },
  {
    name: 'no address, which WhatsApp insists on',
    page: { metas: { 'og:url': undefined } },
    found: [
      ['tag-missing', 'error', ['whatsapp'], /^og:url/],
      ['tag-advised', 'warning', allBut('whatsapp'), /^og:url/],
    ],
  },
  {
    name: 'no description',
    page: { metas: { 'og:description': undefined } },
    found: [
      ['tag-missing', 'error', ['whatsapp'], /^og:description/],
      ['tag-advised', 'warning', allBut('whatsapp'), /^og:description/],
    ],
  },
  {
    name: 'no kind of card, which X insists on',
    page: { metas: { 'twitter:card': undefined } },
    found: [['tag-missing', 'error', ['x'], /^twitter:card/]],
  },
  {
    name: 'a kind of card that there is not',
    page: { metas: { 'twitter:card': 'large' } },
    found: [['card-kind', 'error', ['x'], /"large".*summary_large_image/]],
  },
  {
    name: 'an empty title',
    page: { metas: { 'og:title': '  ' } },
    found: [['tag-empty', 'error', 'all', /^og:title/]],
  },
  {
    name: 'an empty description',
    page: { metas: { 'og:description': '' } },
    found: [
      ['tag-empty', 'error', ['whatsapp']],
      ['tag-empty', 'warning', allBut('whatsapp')],
    ],
  },
  ...['og:title', 'og:type', 'og:description', 'twitter:card'].map((name) => ({
    name: `${name} twice`,
    page: { head: meta(name, name === 'twitter:card' ? 'summary' : 'another') },
    found: [['tag-repeated', 'warning', 'all', new RegExp(`^${name} is there 2 times`)] as const],
  })),
  {
    name: 'the same image twice',
    page: { head: meta('og:image', 'https://example.com/og/card.jpg') },
    found: [['tag-repeated', 'warning', 'all', /^og:image/]],
  },
  {
    name: 'two images',
    page: { head: meta('og:image', 'https://example.com/og/other.jpg') },
    found: [['tag-repeated', 'info', 'all', /^og:image/]],
  },
  {
    name: 'tags behind the first 32 KB',
    page: { start: `<style>/*${long(32 * 1024)}*/</style>` },
    found: [['tag-out-of-reach', 'error', ['slack'], /og:title, .*og:image.* 32 KB/]],
  },
  {
    name: 'a tag that begins within 32 KB and ends behind them',
    page: { metas: { 'og:type': undefined }, head: `${' '.repeat(32_000)}${meta('og:type', long(1_000))}` },
    found: [['tag-out-of-reach', 'warning', ['slack'], /^og:type: /]],
  },
  {
    name: 'tags behind the first 300 KB',
    page: { start: `<style>/*${long(300 * 1024)}*/</style>` },
    found: [
      ['tag-out-of-reach', 'error', ['slack']],
      ['tag-out-of-reach', 'error', ['whatsapp'], /300 KB/],
    ],
  },
  {
    name: 'a tag in the body',
    page: { metas: { 'og:type': undefined }, body: meta('og:type', 'article') },
    found: [['tag-outside-head', 'warning', 'all', /^og:type/]],
  },
  {
    name: 'an element that ends the head before its tags do',
    page: { start: '<div></div>' },
    found: [['tag-outside-head', 'warning', 'all', /og:title.*og:image/]],
  },
  {
    name: 'a title of 101 characters',
    page: { metas: { 'og:title': long(101) } },
    found: [['title-too-long', 'warning', 'all']],
  },
  {
    name: 'a description of 301 characters',
    page: { metas: { 'og:description': long(301) } },
    found: [['description-too-long', 'warning', 'all']],
  },
  { name: 'a title of 100 emoji', page: { metas: { 'og:title': '🙂'.repeat(100) } }, found: [] },
  {
    name: 'no alt text',
    page: { metas: { 'og:image:alt': undefined } },
    found: [['alt-missing', 'warning', 'all']],
  },
  {
    name: 'an alt text of 421 characters',
    page: { metas: { 'og:image:alt': long(421) } },
    found: [['alt-too-long', 'warning', 'all']],
  },
  { name: 'an alt text of 420 characters', page: { metas: { 'og:image:alt': long(420) } }, found: [] },
  {
    name: 'a canonical link to elsewhere',
    page: { head: '<link rel="canonical" href="https://example.com/other">' },
    files: { 'other/index.html': page() },
    found: [['canonical-differs', 'warning', 'all']],
  },
  ...['https://example.com/kiln/kiln/docs/firing', 'https://example.com/docs/firing/'].map((url) => ({
    name: `an address that the site does not have, ${url}`,
    page: { metas: { 'og:url': url }, head: `<link rel="canonical" href="${url}">` },
    found: [
      ['address-nowhere', 'warning', 'all', /^og:url/] as const,
      ['address-nowhere', 'warning', 'all', /^The canonical link/] as const,
    ],
  })),
  ...['docs/firing', 'docs/firing/', 'docs/firing.html', 'docs/firing/index.html', 'docs/firing/?page=2'].map(
    (path) => ({
      name: `nothing wrong with the address ${path} of a page that is there`,
      page: { metas: { 'og:url': `https://example.com/${path}` } },
      files: { 'docs/firing.html': page() },
      found: [],
    }),
  ),
  {
    name: 'nothing wrong with the address of a document, or of another site',
    page: {
      metas: { 'og:url': 'https://example.com/book.pdf' },
      head: '<link rel="canonical" href="/book.pdf"><link rel="canonical" href="https://example.org/a">',
    },
    found: [],
  },
  {
    name: 'a page without a title',
    page: { title: '', metas: { 'og:title': undefined } },
    found: [
      ['tag-missing', 'error', 'all', /^og:title/],
      ['title-missing', 'warning', 'all'],
    ],
  },
  {
    name: 'a page that has no title but what a build made up',
    page: {
      title: '',
      metas: { 'og:title': undefined },
      head: '<meta property="og:title" content="2026 01 18 Owls" data-cardstock>',
    },
    found: [['title-missing', 'warning', 'all']],
  },
  {
    name: 'a title that is a name of a file',
    path: 'guides/getting-started.html',
    page: { metas: { 'og:title': 'getting-started' } },
    found: [['title-of-file', 'warning', 'all', /"getting-started"/]],
  },
  {
    name: 'a title that is a name of a folder',
    path: 'posts/2026-01-18-Owls_at_night/index.html',
    page: { metas: { 'og:title': '2026-01-18-Owls_at_night' } },
    found: [['title-of-file', 'warning', 'all']],
  },
  {
    name: 'a title that is a word, and its file called so',
    path: 'about/index.html',
    page: { metas: { 'og:title': 'about' } },
    found: [],
  },
  {
    name: 'a page that does not say its language',
    page: { language: '' },
    found: [['language-missing', 'warning', 'all']],
  },
  ...['undefined', '{{ page.title }}', '[object Object]'].map((text) => ({
    name: `the title ${text}`,
    page: { metas: { 'og:title': text } },
    found: [['tag-placeholder', 'warning', 'all', /^og:title/] as const],
  })),
  ...['null', 'How {{ slots }} work'].map((title) => ({
    name: `nothing wrong with the title ${title} of a page about that`,
    page: { title, metas: { 'og:title': title } },
    found: [],
  })),
  ...['Untitled', 'Startseite', 'React App', 'page.php'].map((title) => ({
    name: `a page that is called ${title}`,
    page: { metas: { 'og:title': title } },
    found: [['title-forgotten', 'warning', 'all', new RegExp(title)] as const],
  })),
  {
    name: 'nothing wrong with a forgotten title beside one that a build found',
    page: { title: 'Home' },
    found: [],
  },
  ...['undefined', 'null', 'none', 'https://example.com/undefined', 'https://example.com/{{ image }}'].map(
    (url) => ({
      name: `the image ${url}`,
      page: { metas: { 'og:image': url } },
      found: [['tag-placeholder', 'error', 'all', /^og:image/] as const],
    }),
  ),
  {
    name: 'an image that is the page',
    page: { metas: { 'og:image': '/' } },
    found: [
      ['address-relative', 'error', 'all'],
      ['image-unreachable', 'error', 'all'],
    ],
  },
  ...['https://example.comassets/images/a.png', 'https://example.comhttps://example.com/a.png'].map(
    (url) => ({
      name: `a host that runs into what follows, ${url}`,
      page: { metas: { 'og:image': url } },
      found: [
        ['address-glued', 'error', 'all', /slash behind example\.com/] as const,
        ['image-unchecked', 'info', 'all'] as const,
      ],
    }),
  ),
  {
    name: 'a host that runs into the path on another address of the site',
    page: { metas: { 'og:url': 'https://example.org/', 'og:image': 'https://example.orgassets/a.png' } },
    found: [
      ['address-glued', 'error', 'all', /slash behind example\.org/],
      ['image-unchecked', 'info', 'all'],
    ],
  },
  {
    name: 'nothing wrong with a host that begins with another',
    page: { metas: { 'og:url': 'https://example.com.au/' } },
    found: [],
  },
  {
    name: 'an SVG on another host',
    page: { metas: { 'og:image': 'https://cdn.example.org/card.svg?v=1', 'og:image:type': undefined } },
    found: [
      ['image-unchecked', 'info', 'all'],
      ['image-format', 'error', 'all', /SVG/],
    ],
  },
  {
    name: 'a wide image that is shown small on X',
    page: { metas: { 'twitter:card': 'summary' } },
    found: [['image-shown-as-icon', 'warning', ['x'], /summary_large_image/]],
  },
  {
    name: 'nothing wrong with a square image that is',
    page: { metas: { 'twitter:card': 'summary', 'og:image:height': '1200' } },
    files: { 'og/card.jpg': await picture(1200, 1200).jpeg().toBuffer() },
    found: [
      ['image-ratio', 'warning', ['x']],
      ['image-ratio', 'warning', openGraphFrame],
      ['image-ratio', 'warning', ['google']],
    ],
  },
  {
    name: 'another image for X, as somebody may want it',
    page: { head: meta('twitter:image', '/og/x.jpg') + meta('twitter:image:alt', 'X') },
    files: { 'og/x.jpg': card },
    found: [
      ['images-differ', 'info', 'all'],
      ['address-relative', 'error', ['x'], /^twitter:image/],
    ],
  },
  {
    name: 'the old image for X beside a card of ours',
    page: {
      metas: { 'og:image': undefined },
      head: `<meta property="og:image" content="https://example.com/og/card.jpg" data-cardstock>${meta('twitter:image', 'https://example.com/old.jpg')}`,
      start: '',
    },
    files: { 'old.jpg': card },
    found: [
      ['images-differ', 'warning', 'all', /old\.jpg/],
      ['alt-missing', 'warning', 'all'],
      ['size-missing', 'warning', ['facebook', 'discord']],
    ],
  },
  {
    name: 'nothing wrong with the same image for X, in other words',
    page: { head: meta('twitter:image', 'https://example.com:443/og/card.jpg') },
    found: [['alt-missing', 'warning', ['x']]],
  },
  {
    name: 'two sizes of one image',
    page: { head: meta('og:image:width', '600') + meta('og:image:alt', 'A title on paper') },
    found: [['image-leftovers', 'warning', 'all', /^og:image:width: /]],
  },
  {
    name: 'a page of more than 10 MB, and does not read it',
    page: { body: long(10_000_001) },
    found: [['page-too-large', 'warning', 'all']],
  },
  ...['<div>{% macro head() %}</div>', '{"a": 1}', ''].map((html) => ({
    name: `nothing wrong with a fragment, ${html}`,
    page: html,
    found: [],
  })),
  {
    name: 'nothing wrong with the page for what is not found',
    path: '404.html',
    page: { metas: { 'og:title': undefined, 'og:image': 'https://example.com/none.png' } },
    found: [],
  },
  {
    name: 'a canonical link that is the same in other words',
    page: { head: '<link rel="canonical" href="/#top">' },
    found: [],
  },
  {
    name: 'noindex, and does not miss the tags that a build would not put in',
    page: { metas: { 'og:title': undefined, 'og:image': '/none.png', robots: 'noindex' } },
    found: [['noindex', 'info', 'all']],
  },
  {
    name: 'a page that sends its reader on',
    page: {
      metas: { 'og:image': 'https://example.com/none.png', 'twitter:card': undefined },
      head: '<meta http-equiv="refresh" content="0; url=/new/">',
    },
    found: [['page-leads-away', 'info', 'all', /\/new\//]],
  },
  {
    name: 'a relative image',
    page: { metas: { 'og:image': '/og/card.jpg' } },
    found: [['address-relative', 'error', 'all', /^og:image/]],
  },
  {
    name: 'an image without a scheme',
    page: { metas: { 'og:image': '//example.com/og/card.jpg' } },
    found: [['address-relative', 'error', 'all']],
  },
  {
    name: 'a relative address',
    page: { metas: { 'og:url': '/' } },
    found: [['address-relative', 'error', 'all', /^og:url/]],
  },
  {
    name: 'an image that is no address',
    page: { metas: { 'og:image': 'https://' } },
    found: [['address-invalid', 'error', 'all']],
  },
  {
    name: 'an image inside its tag',
    page: { metas: { 'og:image': 'data:image/png;base64,AAAA' } },
    found: [['address-invalid', 'error', 'all']],
  },
  {
    name: 'an image by http',
    page: { metas: { 'og:image': 'http://example.com/og/card.jpg' } },
    options: { siteUrl: 'http://example.com' },
    found: [['address-not-https', 'error', 'all']],
  },
  ...[
    'http://localhost:8080',
    'https://127.0.0.1',
    'https://[::1]',
    'https://10.1.2.3',
    'https://nas.local',
  ].map((origin) => ({
    name: `an image at ${origin}`,
    page: { metas: { 'og:image': `${origin}/og/card.jpg` } },
    options: { siteUrl: origin },
    found: [
      ['address-private', 'error', 'all', /^og:image/] as const,
      ...(origin.startsWith('http:') ? [['address-not-https', 'error', 'all'] as const] : []),
    ],
  })),
  {
    name: 'an address on this machine',
    page: { metas: { 'og:url': 'https://localhost/' } },
    found: [['address-private', 'error', 'all', /^og:url/]],
  },
  ...[
    'deploy-preview-12--site.netlify.app',
    'site-git-main-team.vercel.app',
    'site-a1b2c3d4e-team.vercel.app',
    '0123abcd.site.pages.dev',
    'abcd.ngrok-free.app',
  ].map((host) => ({
    name: `an address at ${host}`,
    page: { metas: { 'og:url': `https://${host}/` } },
    found: [['address-preview', 'error', 'all', /^og:url/] as const],
  })),
  {
    name: 'a preview that is looked at as such',
    page: { metas: { 'og:image': 'https://main--site.netlify.app/og/card.jpg' } },
    options: { siteUrl: 'https://main--site.netlify.app' },
    found: [['address-preview', 'warning', 'all', /^og:image/]],
  },
  ...['site.netlify.app', 'my-marketing-site.vercel.app', 'site.pages.dev'].map((host) => ({
    name: `an address at ${host}, which is no preview`,
    page: { metas: { 'og:url': `https://${host}/` } },
    found: [],
  })),
  {
    name: 'an image that is not there',
    page: named('og/none.jpg', 'image/jpeg'),
    found: [['image-unreachable', 'error', 'all', /og\/none\.jpg cannot be had: the site has no such file/]],
  },
  {
    name: 'an image whose file is empty',
    page: named('og/empty.jpg', 'image/jpeg'),
    files: { 'og/empty.jpg': '' },
    found: [['image-unreachable', 'error', 'all', /empty/]],
  },
  {
    name: 'an image on another host',
    page: { metas: { 'og:image': 'https://cdn.example.org/card.jpg' } },
    found: [['image-unchecked', 'info', 'all', /another host.*--online/]],
  },
  {
    name: 'a picture for X alone that is not there',
    page: { metas: { 'twitter:image': 'https://example.com/none.jpg', 'twitter:image:alt': 'None' } },
    found: [
      ['image-unreachable', 'error', ['x']],
      ['images-differ', 'info', 'all'],
    ],
  },
  {
    name: 'robots.txt that keeps crawlers away',
    page: {},
    files: { 'robots.txt': 'User-agent: *\nDisallow: /\n' },
    found: [
      ['blocked-by-robots', 'error', crawlers, /the page/],
      ['blocked-by-robots', 'error', crawlers, /the image/],
    ],
  },
  {
    name: 'robots.txt that keeps one crawler from images',
    page: {},
    files: { 'robots.txt': 'User-agent: TelegramBot\nDisallow: /og/\n' },
    found: [['blocked-by-robots', 'error', ['telegram'], /the image/]],
  },
  {
    name: 'an image without a name that says what it is',
    page: named('og/card', 'image/jpeg'),
    files: { 'og/card': card },
    found: [['image-content-type', 'error', 'all', /without a Content-Type/]],
  },
  {
    name: 'a text in place of an image',
    page: named('og/text.jpg', 'image/jpeg'),
    files: { 'og/text.jpg': 'not a picture' },
    found: [['image-broken', 'error', 'all']],
  },
  {
    name: 'half an image',
    page: named('og/half.jpg', 'image/jpeg'),
    files: { 'og/half.jpg': card.subarray(0, card.length / 2) },
    found: [['image-broken', 'error', 'all']],
  },
  {
    name: 'an image of 300 001 bytes',
    page: {},
    files: { 'og/card.jpg': await heavyCard(300_001) },
    found: [['image-heavy', 'warning', ['whatsapp']]],
  },
  {
    name: 'an image of 600 001 bytes',
    page: {},
    files: { 'og/card.jpg': await heavyCard(600_001) },
    found: [['image-too-heavy', 'error', ['whatsapp'], /601 kB; up to 600 kB are taken/]],
  },
  {
    name: 'an image of 1 000 001 bytes',
    page: {},
    files: { 'og/card.jpg': await heavyCard(1_000_001) },
    found: [
      ['image-too-heavy', 'error', ['whatsapp']],
      ['image-too-heavy', 'error', ['bluesky']],
    ],
  },
  {
    name: 'an image of 8 000 001 bytes',
    page: {},
    files: { 'og/card.jpg': await heavyCard(8_000_001) },
    found: [
      ['image-too-heavy', 'error', ['x', 'linkedin', 'telegram'], /8001 kB; up to 5000 kB/],
      ['image-too-heavy', 'error', ['facebook', 'discord', 'mastodon']],
      ['image-too-heavy', 'error', ['whatsapp']],
      ['image-too-heavy', 'error', ['bluesky']],
      ['image-heavy', 'warning', ['slack']],
    ],
  },
  {
    name: 'an image beyond 20 MB',
    page: {},
    files: { 'og/card.jpg': await heavyCard(20_000_001) },
    found: [['image-too-heavy', 'error', 'all', /no platform/]],
  },
  {
    name: 'an image of 199×199',
    page: sized(199, 199),
    files: { 'og/card.jpg': await picture(199, 199).jpeg().toBuffer() },
    found: [
      ['image-too-small', 'error', ['x'], /300×157/],
      ['image-too-small', 'error', ['facebook', 'telegram', 'teams', 'reddit'], /200×200/],
      ['image-too-small', 'error', ['whatsapp'], /a width of 300/],
      ['image-shown-small', 'warning', ['discord']],
      ['image-shown-small', 'warning', ['google']],
      ['image-ratio', 'warning', ['x']],
      ['image-ratio', 'warning', openGraphFrame],
      ['image-ratio', 'warning', ['google']],
    ],
  },
  {
    name: 'an image of 599×314',
    page: sized(599, 314),
    files: { 'og/card.jpg': await picture(599, 314).jpeg().toBuffer() },
    found: [
      ['image-shown-small', 'warning', ['facebook'], /600×315/],
      ['image-shown-small', 'warning', ['google'], /1200/],
    ],
  },
  {
    name: 'a banner of 5:1',
    page: sized(1500, 300),
    files: { 'og/card.jpg': await picture(1500, 300).jpeg().toBuffer() },
    found: [
      ['image-ratio', 'error', ['whatsapp'], /4:1/],
      ['image-ratio', 'warning', ['x'], /2.00:1/],
      ['image-ratio', 'warning', openGraphFrame, /1.91:1/],
      ['image-ratio', 'warning', ['google']],
      ['image-shown-small', 'warning', ['facebook']],
    ],
  },
  {
    name: 'an image of 5000×2500',
    page: sized(5000, 2500),
    files: { 'og/card.jpg': await picture(5000, 2500).jpeg().toBuffer() },
    found: [['image-too-large', 'error', ['x'], /4096×4096/]],
  },
  {
    name: 'WebP, which LinkedIn does not take',
    page: named('og/card.webp', 'image/webp'),
    files: { 'og/card.webp': await picture(1200, 630).webp().toBuffer() },
    found: [
      ['image-format', 'error', ['linkedin'], /WEBP/],
      [
        'image-format-unsure',
        'warning',
        ['facebook', 'slack', 'whatsapp', 'imessage', 'telegram', 'bluesky', 'pinterest'],
      ],
    ],
  },
  {
    name: 'AVIF',
    page: named('og/card.avif', 'image/avif'),
    files: { 'og/card.avif': await picture(120, 63).avif().toBuffer() },
    found: [
      ['image-format', 'error', allBut('google'), /AVIF/],
      ['image-format-unsure', 'warning', ['google']],
    ],
  },
  {
    name: 'SVG',
    page: named('og/card.svg', 'image/svg+xml'),
    files: { 'og/card.svg': '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>' },
    found: [['image-format', 'error', 'all', /SVG/]],
  },
  {
    name: 'a PNG that one can see through',
    page: named('og/card.png', 'image/png'),
    files: { 'og/card.png': await picture(1200, 630, 0.5).png().toBuffer() },
    found: [['image-not-opaque', 'info', 'all']],
  },
  {
    name: 'a PNG with an alpha channel that says nothing',
    page: named('og/card.png', 'image/png'),
    files: { 'og/card.png': await picture(1200, 630).ensureAlpha().png().toBuffer() },
    found: [],
  },
  {
    name: 'no declared size',
    page: { metas: { 'og:image:width': undefined, 'og:image:height': undefined } },
    found: [['size-missing', 'warning', ['facebook', 'discord']]],
  },
  {
    name: 'another size than declared',
    page: sized(1200, 627),
    found: [['size-wrong', 'error', 'all', /1200×627.*1200×630/]],
  },
  {
    name: 'a photo that is turned by its EXIF',
    page: sized(1200, 630),
    files: { 'og/card.jpg': await picture(630, 1200).withMetadata({ orientation: 6 }).jpeg().toBuffer() },
    found: [],
  },
  {
    name: 'another type than declared',
    page: { metas: { 'og:image:type': 'image/png' } },
    found: [['type-wrong', 'warning', 'all', /og:image:type/]],
  },
  {
    name: 'a PNG that is named .jpg',
    page: { metas: { 'og:image:type': 'image/png' } },
    files: { 'og/card.jpg': await picture(1200, 630).png().toBuffer() },
    found: [['type-wrong', 'warning', 'all', /comes as image\/jpeg/]],
  },
];

interface WebCase {
  readonly name: string;
  readonly answers: Readonly<Record<string, Answer | Respond>>;
  readonly page?: PageParts;
  readonly options?: ExamineOptions;
  readonly found: readonly Expected[];
}

const image: Answer = { type: 'image/jpeg', body: card };
const redirect = (location: string): Answer => ({ status: 302, headers: { location } });

const webCases: readonly WebCase[] = [
  {
    name: 'a page that is gone',
    answers: { '/': { status: 404 } },
    found: [['page-unreachable', 'error', 'all', /404/]],
  },
  {
    name: 'a page for some only',
    answers: {
      '/': ({ headers }, response) => {
        const isRefused = headers['user-agent']?.startsWith('Twitterbot');
        response
          .writeHead(isRefused ? 403 : 200, { 'content-type': 'text/html' })
          .end(page({}, `http://${headers.host}`));
      },
    },
    found: [['page-unreachable', 'error', ['x'], /403/]],
  },
  {
    name: 'a page that never ends',
    answers: { '/': (_request, response) => void response.writeHead(200).write('<html>') },
    options: { timeoutMs: 150 },
    found: [['page-unreachable', 'error', 'all', /longer than 150 ms/]],
  },
  {
    name: 'a page that is led in a circle',
    answers: { '/': redirect('/') },
    found: [['page-unreachable', 'error', 'all', /more than 5 times/]],
  },
  {
    name: 'a page that breaks off',
    answers: {
      '/': ({ socket }) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n<html>'),
    },
    found: [['page-unreachable', 'error', 'all', /broke off/]],
  },
  {
    name: 'a page that leads elsewhere',
    answers: { '/': redirect('/a'), '/a': redirect('/b'), '/b': { type: 'text/html', body: 'PAGE' } },
    found: [['page-redirected', 'info', 'all', /\/b, by 2 redirects/]],
  },
  {
    name: 'a page that comes as text',
    answers: { '/': { type: 'text/plain', body: 'PAGE' } },
    found: [['page-not-html', 'error', 'all', /text\/plain/]],
  },
  {
    name: 'a slow page',
    answers: { '/': { type: 'text/html', body: 'PAGE', delayMs: 450 } },
    options: { slowMs: 300 },
    found: [['page-slow', 'warning', 'all']],
  },
  {
    name: 'noindex in a header',
    answers: { '/': { type: 'text/html', headers: { 'x-robots-tag': 'noindex' }, body: 'PAGE' } },
    found: [['noindex', 'info', 'all']],
  },
  {
    name: 'robots.txt that cannot be had',
    answers: { '/robots.txt': { status: 503 } },
    found: [['robots-unreachable', 'warning', crawlers]],
  },
  {
    name: 'robots.txt that is too strict',
    answers: { '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /' } },
    found: [
      ['blocked-by-robots', 'error', crawlers, /the page/],
      ['blocked-by-robots', 'error', crawlers, /the image/],
    ],
  },
  ...[404, 410, 500, 503].map((status) => ({
    name: `an image that is answered with ${status}`,
    answers: { '/og/card.jpg': { status } },
    found: [['image-unreachable', 'error', 'all', new RegExp(String(status))] as const],
  })),
  {
    name: 'an image that is empty',
    answers: { '/og/card.jpg': { type: 'image/jpeg' } },
    found: [['image-unreachable', 'error', 'all', /empty/]],
  },
  {
    name: 'an image that never comes',
    answers: { '/og/card.jpg': () => {} },
    options: { timeoutMs: 500 },
    found: [['image-unreachable', 'error', 'all', /longer than 500 ms/]],
  },
  {
    name: 'an image that breaks off',
    answers: {
      '/og/card.jpg': (_request, response) => {
        response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': card.length });
        response.write(card.subarray(0, 1000), () => response.destroy());
      },
    },
    found: [['image-unreachable', 'error', 'all', /broke off/]],
  },
  {
    name: 'a slow image',
    answers: { '/og/card.jpg': { ...image, delayMs: 450 } },
    options: { slowMs: 300 },
    found: [['image-slow', 'warning', 'all']],
  },
  {
    name: 'an image that leads elsewhere',
    answers: { '/og/card.jpg': redirect('/a.jpg'), '/a.jpg': redirect('/b.jpg'), '/b.jpg': image },
    found: [['image-redirected', 'warning', 'all', /\/b\.jpg, by 2 redirects/]],
  },
  {
    name: 'an image that comes as a page',
    answers: { '/og/card.jpg': { type: 'text/html', body: '<html>not found</html>' } },
    found: [
      ['image-content-type', 'error', 'all', /text\/html/],
      ['image-broken', 'error', 'all'],
    ],
  },
  {
    name: 'an image that comes as nothing',
    answers: { '/og/card.jpg': { body: card } },
    found: [['image-content-type', 'error', 'all', /without/]],
  },
  {
    name: 'an image that comes as another',
    answers: { '/og/card.jpg': { type: 'image/png', body: card } },
    found: [['type-wrong', 'warning', 'all', /image\/png and is image\/jpeg/]],
  },
  {
    name: 'a picture in place of a card that failed',
    answers: {
      '/og/card.jpg': {
        ...image,
        headers: {
          'cache-status': '"CDN"; fwd=miss, cardstock; fwd=miss; fwd-status=500; detail=internal_error',
        },
      },
    },
    found: [['image-stand-in', 'error', 'all']],
  },
];

/** Findings as a table, to be compared as a whole. */
const rows = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, platforms }) => `${severity} ${rule} ${platforms.join(' ')}`).sort();
const expectedRows = (found: readonly Expected[]) =>
  found
    .map(
      ([rule, severity, names]) =>
        `${severity} ${rule} ${(names === 'all' ? platformNames : names).join(' ')}`,
    )
    .sort();

function expectFound(findings: readonly Finding[], found: readonly Expected[]) {
  expect(rows(findings)).toEqual(expectedRows(found));
  for (const [rule, , , words] of found) {
    const messages = findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
    if (words) expect(messages).toContainEqual(expect.stringMatching(words));
  }
}

describe('in a folder', () => {
  it.each(folderCases)('finds $name', async ({ page: parts, path = 'index.html', ...site }) => {
    const html = typeof parts === 'string' ? parts : page(parts, undefined, path);
    const reports = await examineFiles({ [path]: html, 'og/card.jpg': card, ...site.files }, site.options);
    expectFound(reports.find((report) => report.page === path)!.findings, site.found);
  });
});

describe('on the web', () => {
  it.each(webCases)('finds $name', async ({ answers, page: parts, options = {}, found }) => {
    const server = await startServer((request, response) => respond(request, response));
    const html = page(parts, server.origin);
    const withPage = Object.entries(answers).map(([path, answer]) => [
      path,
      typeof answer === 'object' && answer.body === 'PAGE' ? { ...answer, body: html } : answer,
    ]);
    const respond = answering({
      '/': { type: 'text/html', body: html },
      '/og/card.jpg': image,
      ...(Object.fromEntries(withPage) as typeof answers),
    });
    const [report] = await examineAll(`${server.origin}/`, { allowLocal: true, ...options });
    expectFound(report!.findings, found);
  });
});

it('trips every rule that there is, in one of the cases above or in its own test', () => {
  const tripped = new Set([...folderCases, ...webCases].flatMap(({ found }) => found.map(([rule]) => rule)));
  tripped.add('http-to-https'); // in secure.test.ts, which has a certificate
  for (const rule of ['titles', 'descriptions', 'images'] as const) tripped.add(`${rule}-alike`); // in alike.test.ts
  expect([...tripped].sort()).toEqual(Object.keys(ruleNames).sort());
});
