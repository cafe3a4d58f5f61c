import { type PageTags, valueOf, valuesOf } from '../page-tags.ts';
import { error, info, type Problem, type Rule, type Visit, warning } from './rule.ts';

/** The safe envelope: no platform needs them all, and each is missed somewhere. */
const advised = ['og:title', 'og:type', 'og:url', 'og:image', 'og:description'];
const watched = [...advised, 'twitter:card'];
const cardKinds = ['summary', 'summary_large_image', 'player', 'app'];

function* presence(visit: Visit): Iterable<Problem> {
  const { tags, platform } = visit;
  for (const name of new Set([...platform.needs, ...advised])) {
    if (isSaid(visit, name)) continue;
    const isNeeded = platform.needs.includes(name);
    const tell = isNeeded ? error : warning;
    if (valuesOf(tags, name).length > 0) yield tell('tag-empty', `${name} is empty.`);
    else {
      const rule = isNeeded ? 'tag-missing' : 'tag-advised';
      yield { ...tell(rule, `${name} is missing.`), fixable: isAddedByBuild(tags), missing: name };
    }
  }
}

/** X takes the title of `twitter:title` for that of `og:title`, and so on. */
function isSaid({ tags, platform }: Visit, name: string): boolean {
  if (valueOf(tags, name) !== undefined) return true;
  return Boolean(
    platform.prefersTwitterTags && valueOf(tags, name.replace(/^og:/, 'twitter:')) !== undefined,
  );
}

/** A build leaves alone what has an image, and what is no page. */
function isAddedByBuild(tags: PageTags): boolean {
  return tags.leftAlone === undefined && valueOf(tags, 'og:image') === undefined;
}

function* repetition({ tags }: Visit): Iterable<Problem> {
  for (const name of watched) {
    const values = valuesOf(tags, name);
    if (values.length < 2) continue;
    const times = `${name} is there ${values.length} times`;
    const areImages = name === 'og:image' && new Set(values).size === values.length;
    if (areImages && areOurs(tags, name)) continue; // a build was asked for several sizes
    if (areImages) yield info('tag-repeated', `${times}: the first image is taken.`);
    else yield warning('tag-repeated', `${times}: which one is taken differs.`);
  }
}

function areOurs({ metas }: PageTags, name: string): boolean {
  return metas.every((meta) => meta.name !== name || meta.isOurs);
}

function* reach({ platform, tags, seenTags }: Visit): Iterable<Problem> {
  const unseen = watched.filter(
    (name) => valueOf(tags, name) !== undefined && valueOf(seenTags, name) === undefined,
  );
  if (unseen.length === 0) return;
  const { htmlBytes = 0, needs } = platform;
  const message = `${unseen.join(', ')}: not within the first ${htmlBytes / 1024} KB, and no more is read.`;
  const isNeeded = unseen.some((name) => needs.includes(name));
  yield isNeeded ? error('tag-out-of-reach', message) : warning('tag-out-of-reach', message);
}

function* place({ tags }: Visit): Iterable<Problem> {
  const outside = watched.filter((name) => {
    const all = tags.metas.filter((meta) => meta.name === name);
    return all.length > 0 && all.every(({ isInHead }) => !isInHead);
  });
  if (outside.length === 0) return;
  yield warning('tag-outside-head', `${outside.join(', ')}: not inside the head, where crawlers look.`);
}

function* cardKind({ tags, platform }: Visit): Iterable<Problem> {
  const kind = valueOf(tags, 'twitter:card');
  if (kind === undefined || cardKinds.includes(kind) || !platform.needs.includes('twitter:card')) return;
  yield error('card-kind', `twitter:card says "${kind}". Valid: ${cardKinds.join(', ')}.`);
}

export const tagRules: readonly Rule[] = [presence, repetition, reach, place, cardKind];
