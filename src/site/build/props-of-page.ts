import type { CardRequest } from '../../card/resolve.ts';
import { describeProps, type PropDescription } from '../../card/props.ts';
import { chooseBranch } from '../../card/props/choose-branch.ts';
import type { Template } from '../../card/template.ts';
import type { Page } from '../read/page/page.ts';
import { areSame } from '../survey/count.ts';
import { detailsOfPage } from './details-of-page.ts';
import { shorten } from '../tags/shorten.ts';

type Props = CardRequest['props'];

export interface PicturedPage {
  readonly page: Page;
  /** The picture of the page, where a card can show it. */
  readonly cover?: string | undefined;
}

/** What a page may say for a prop, by the names that templates give their props. */
function sayings({ page, cover }: PicturedPage): Record<string, unknown> {
  const date = page.publishedAt ?? page.modifiedAt;
  return {
    title: page.title,
    headline: page.title,
    name: page.title,
    subtitle: page.description,
    description: page.description,
    author: page.author,
    date: date?.slice(0, 10),
    tags: page.tags,
    site: page.siteName,
    project: page.siteName ?? new URL(page.url).host, // a manual is of something
    version: page.version,
    section: page.way,
    outline: page.outline,
    cover,
    ...detailsOfPage(page),
  };
}

/**
 * The props of a page's card: what the page says, cut to what the template takes, over the
 * defaults of the project. What neither says the template does without.
 */
export function propsOfPage(pictured: PicturedPage, template: Template, defaults: Props = {}): Props {
  const said = sayings(pictured);
  const props: Record<string, unknown> = {};
  for (const [name, prop] of Object.entries(describeProps(template.props))) {
    const value = cut(said[name], chooseBranch(prop, said[name])) ?? defaults[name];
    if (value !== undefined) props[name] = value;
  }
  if (areSame(String(props['site']), String(props['title']))) delete props['site']; // nothing is said twice
  return props;
}

/** The defaults of the project for what `fromPage` leaves open. */
export function withDefaults(props: Props, template: Template, defaults: Props = {}): Props {
  const names = Object.keys(describeProps(template.props));
  const open = Object.entries(defaults).filter(([name]) => names.includes(name) && props[name] === undefined);
  return { ...Object.fromEntries(open), ...props };
}

function cut(value: unknown, prop: PropDescription): unknown {
  if (Array.isArray(value)) return cutList(value as readonly string[], prop);
  if (typeof value !== 'string' || value === '' || prop.type !== 'string') return undefined;
  if (prop.enum) return prop.enum.includes(value) ? value : undefined;
  return prop.format === 'image' ? value : shorten(value, roomFor(value, prop.maxLength));
}

const wide = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu;

/** What a template takes is measured in Latin letters; characters of some scripts are twice as wide. */
function roomFor(text: string, maxLength = Infinity): number {
  const wideShare = (text.match(wide)?.length ?? 0) / text.length;
  return Math.floor(maxLength / (1 + wideShare));
}

/** The last steps of a way are the nearest; a template that takes one word gets the nearest. */
function cutList(list: readonly string[], prop: PropDescription): unknown {
  if (prop.type === 'string') return cut(list.at(-1), prop);
  if (prop.type !== 'array') return undefined;
  const entries = list.filter((entry) => fits(entry, prop.items)).slice(0, prop.maxItems);
  return entries.length > 0 ? entries : undefined;
}

/** A tag that is too long is no tag any more when it is cut. */
function fits(entry: string, prop: PropDescription | undefined): boolean {
  return entry !== '' && entry.length <= (prop?.maxLength ?? Infinity);
}
