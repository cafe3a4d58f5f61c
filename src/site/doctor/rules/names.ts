import { isForgotten } from '../../read/words/forgotten.ts';
import { type PageTags, valueOf } from '../page-tags.ts';
import { isPlaceholder } from './placeholder.ts';
import { type Problem, type Rule, type Visit, warning } from './rule.ts';

function* title({ tags, page }: Visit): Iterable<Problem> {
  const own = ownTitle(tags);
  const shown = valueOf(tags, 'og:title') ?? own;
  if (!own) {
    yield warning('title-missing', 'The page has no title: it is called after its heading or its file.');
  } else if (namesOfFile(page.path).includes(own)) {
    yield warning('title-of-file', `The title is the name of the file: "${own}".`);
  } else if (shown && isForgotten(shown)) {
    yield warning('title-forgotten', `The title says nothing of the page: "${shown}".`);
  }
}

/** What a build made up is no title that the page has. */
function ownTitle(tags: PageTags): string | undefined {
  const own = { ...tags, metas: tags.metas.filter(({ isOurs }) => !isOurs) };
  return valueOf(own, 'og:title') ?? valueOf(own, 'twitter:title') ?? tags.title;
}

/**
 * What only a program would call a page: `getting-started`, `guide.html`. The page `about` may
 * well be called that.
 */
function namesOfFile(path: string): string[] {
  const parts = path.replace(/(?<=.)\/?index\.x?html?$/i, '').split('/');
  const file = parts.at(-1) ?? '';
  const stem = file.replace(/\.x?html?$/i, '');
  return [path, file, stem].filter((name) => /[\p{L}\p{N}][-_.][\p{L}\p{N}]/u.test(name));
}

function* language({ tags }: Visit): Iterable<Problem> {
  if (tags.language) return;
  yield warning('language-missing', 'The page does not say its language, as in <html lang="en">.');
}

function* placeholders({ tags }: Visit): Iterable<Problem> {
  for (const name of ['og:title', 'og:description', 'og:site_name']) {
    const value = valueOf(tags, name);
    if (value === undefined || !isPlaceholder(value, tags.title)) continue;
    yield warning('tag-placeholder', `${name} says "${value}", which a program left there.`);
  }
}

export const nameRules: readonly Rule[] = [title, language, placeholders];
