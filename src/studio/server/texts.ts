import { altOf } from '../../card/alt.ts';
import { describeFile } from '../../card/card-image.ts';
import { plainText } from '../../card/marks.ts';
import { describeProps } from '../../card/props.ts';
import { type Card, type CardRequest, resolveCard } from '../../card/resolve.ts';
import type { Cardstock } from '../../cardstock.ts';
import type { Config } from '../../config.ts';
import { cloudinaryUrl } from '../../serve/cloudinary/delivery-url.ts';
import { queryUrl } from '../../serve/url/query-url.ts';
import { onSite, sealedPath } from '../../serve/url/sealed-url.ts';
import { signedUrl } from '../../serve/url/signed-url.ts';
import { metaTags } from '../../site/tags/meta-tags.ts';
import type { Attempt, CardTexts, PageWords } from '../protocol.ts';
import { codeOf } from './code.ts';

/** Where a site may live that nobody gave an address. */
const someSite = 'https://example.com';

/**
 * What is written of a card elsewhere, by the functions that sites and the command line use.
 *
 * @throws {CardstockError} as {@link resolveCard} does.
 */
export async function textsOf(
  request: CardRequest,
  words: PageWords,
  { templates, config: own }: Cardstock,
): Promise<CardTexts> {
  const card = await resolveCard(request, templates, { anySource: true, data: 'optional' });
  const config = { ...own, siteUrl: own.siteUrl ?? someSite };
  const readable = readablePaths(request, card, config);
  const urls = {
    readable: attempt(() => onSite(readable.card(), config)),
    sealed: attempt(() => onSite(sealedPath(card, config), config)),
    redirect: attempt(() => onSite(readable.redirect(), config)),
    cloudinary: await cloudinaryUrl(card, config).then(textOf, problemOf),
  };
  const alt = altOf(card);
  const page = pageOf(card, alt, words, config.siteUrl);
  return {
    alt,
    page,
    urls,
    tags: 'problem' in urls.sealed ? urls.sealed : tagsOf(page, card, alt, urls.sealed.text),
    here: attempt(() => `${own.basePath}${readable.card()}`),
    code: codeOf(request, urls.readable),
    notes: notesOf(own),
  };
}

/** The query keeps what the request says; without a secret nothing is signed, as anywhere else. */
function readablePaths(request: CardRequest, { template }: Card, { secrets, paths }: Config) {
  const path = (to: string) => signedUrl(queryUrl(request, to, describeProps(template.props)), secrets[0]);
  return { card: () => path(paths.card), redirect: () => path(paths.redirect) };
}

/** Its title, else the first of its words, for a page that nobody has named yet. */
function pageOf({ template, input }: Card, alt: string, words: PageWords, siteUrl: string) {
  const described = Object.entries(describeProps(template.props));
  const texts = described.filter(([, { format }]) => format === undefined || format === 'marks');
  const names = ['title', 'headline', ...texts.map(([name]) => name)];
  const said = names.map((name) => input[name]).find((value) => typeof value === 'string') ?? alt;
  return { ...words, title: words.title ?? plainText(said), url: words.url ?? `${siteUrl}/` };
}

function tagsOf(page: CardTexts['page'], card: Card, alt: string, url: string): Attempt {
  const image = { url, ...describeFile(card.format, card.viewport), alt };
  return attempt(() => metaTags({ ...page, language: card.language, image }, { allowHttp: true }).html);
}

function notesOf({ siteUrl, secrets, cloudinary }: Config): string[] {
  return [
    ...(siteUrl ? [] : [`OG_SITE_URL is not set: ${someSite} stands for the address of your site.`]),
    ...(secrets.length > 0
      ? []
      : ['OG_SECRETS is not set: these addresses are not signed, as production wants.']),
    ...(cloudinary ? [] : ['CLOUDINARY_URL is not set: there is no account to deliver from.']),
  ];
}

function attempt(make: () => string): Attempt {
  try {
    return textOf(make());
  } catch (error) {
    return problemOf(error);
  }
}

const textOf = (text: string): Attempt => ({ text });
const problemOf = (error: unknown): Attempt => ({ problem: (error as Error).message });
