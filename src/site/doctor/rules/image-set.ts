import { type PageTags, valueOf, valuesOf } from '../page-tags.ts';
import { foundImage, info, type Problem, type Rule, type Visit, warning } from './rule.ts';

/** Tags about the image that do not mean the same one. */
function* otherImage({ tags, page }: Visit): Iterable<Problem> {
  const shown = valueOf(tags, 'og:image');
  const onX = valueOf(tags, 'twitter:image') ?? valueOf(tags, 'twitter:image:src');
  if (!shown || !onX || isSame(shown, onX, page.url)) return;
  const message = `X is given ${onX}, all others ${shown}.`;
  // Where ours is new and the other is old, nobody meant it so.
  const isLeftover = isOurs(tags, 'og:image') && !isOurs(tags, 'twitter:image');
  yield isLeftover ? warning('images-differ', message) : info('images-differ', message);
}

function isSame(one: string, other: string, base: URL): boolean {
  const [first, second] = [one, other].map((text) =>
    URL.canParse(text, base.href) ? new URL(text, base).href : text,
  );
  return first === second;
}

function isOurs({ metas }: PageTags, name: string): boolean {
  return metas.some((meta) => meta.name === name && meta.isOurs);
}

const parts = ['og:image:width', 'og:image:height', 'og:image:type', 'og:image:alt'];

/** A size for each image is as many sizes as images; more are those of one that was there before. */
function* leftovers({ tags }: Visit): Iterable<Problem> {
  const images = valuesOf(tags, 'og:image').filter(Boolean).length;
  if (images === 0) return;
  const over = parts.filter((part) => new Set(valuesOf(tags, part)).size > images);
  if (over.length === 0) return;
  yield warning('image-leftovers', `${over.join(', ')}: said more than once of one image.`);
}

/** Wide enough that it was made to be shown large. */
const wide = { width: 600, ratio: 1.5 };

function* shownAsIcon(visit: Visit): Iterable<Problem> {
  const { tags, platform } = visit;
  const { width = 0, height = 1 } = foundImage(visit)?.picture ?? {};
  if (!platform.prefersTwitterTags || valueOf(tags, 'twitter:card')?.toLowerCase() !== 'summary') return;
  if (width < wide.width || width / height < wide.ratio) return;
  const message = 'twitter:card says "summary": the image is wide and shown small.';
  yield warning('image-shown-as-icon', `${message} "summary_large_image" shows it large.`);
}

export const imageSetRules: readonly Rule[] = [otherImage, leftovers, shownAsIcon];
