import { valueOf } from '../page-tags.ts';
import { type Problem, type Rule, type Visit, warning } from './rule.ts';

/** Beyond these every platform cuts; most do long before. */
const maxTitleLength = 100;
const maxDescriptionLength = 300;
/** X. */
const maxAltLength = 420;

function* lengths({ tags }: Visit): Iterable<Problem> {
  const title = lengthOf(valueOf(tags, 'og:title'));
  if (title > maxTitleLength) {
    yield warning(
      'title-too-long',
      `og:title has ${title} characters; beyond ${maxTitleLength} it is cut everywhere.`,
    );
  }
  const description = lengthOf(valueOf(tags, 'og:description'));
  if (description > maxDescriptionLength) {
    const has = `og:description has ${description} characters`;
    yield warning('description-too-long', `${has}; beyond ${maxDescriptionLength} it is cut everywhere.`);
  }
}

function* alternative({ tags, declared }: Visit): Iterable<Problem> {
  if (!declared) return;
  const alt = declared.alt || valueOf(tags, 'twitter:image:alt');
  if (!alt) {
    yield warning(
      'alt-missing',
      'og:image:alt is missing: what is on the image, for those who do not see it.',
    );
  } else if (lengthOf(alt) > maxAltLength) {
    yield warning(
      'alt-too-long',
      `The alt text has ${lengthOf(alt)} characters; X takes up to ${maxAltLength}.`,
    );
  }
}

function* canonical({ tags, page }: Visit): Iterable<Problem> {
  const url = valueOf(tags, 'og:url');
  if (!url || !tags.canonical) return;
  if (normal(url, page.url) === normal(tags.canonical, page.url)) return;
  yield warning('canonical-differs', `og:url says ${url}, the canonical link ${tags.canonical}.`);
}

function normal(address: string, base: URL): string {
  if (!URL.canParse(address, base.href)) return address;
  const url = new URL(address, base);
  url.hash = '';
  return url.href;
}

/** In characters, as a person counts them. */
function lengthOf(text = ''): number {
  return Array.from(text).length;
}

export const textRules: readonly Rule[] = [lengths, alternative, canonical];
