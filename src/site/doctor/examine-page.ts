import { createHash } from 'node:crypto';
import { contentTypeOf } from './image-report.ts';
import { isNoPage } from './left-alone.ts';
import { mapInOrder } from '../../system/map-in-order.ts';
import { chosenImage, type DeclaredImage, type PageTags } from './page-tags.ts';
import { type Platform, type PlatformName, platforms } from './platforms.ts';
import { readPageTags } from './read-page-tags.ts';
import { mergeProblems, type PageReport } from './report.ts';
import { rules, rulesOfPagesLeftAlone } from './rules/index.ts';
import { isPlaceholderAddress } from './rules/placeholder.ts';
import { error, type Problem, type Visit, type VisitedImage } from './rules/rule.ts';
import { sayingsOf } from './sayings.ts';
import type { FoundPage, Site } from './site.ts';

export interface ExaminePageOptions extends Pick<Visit, 'slowMs' | 'allowLocal'> {
  readonly platforms: readonly PlatformName[];
  /** Platforms at a time. */
  readonly concurrency: number;
}

/** What is wrong with one page, on all platforms. */
export async function examinePage(
  site: Site,
  page: string,
  options: ExaminePageOptions,
): Promise<PageReport> {
  const read = site.openPage(page);
  const examination: Examination = { site, path: page, readTags: tagReader(page), options };
  const visits = mapInOrder(options.platforms, options.concurrency, async (name) => {
    const answer = await read(name);
    if (answer.outcome === 'unreachable') {
      return { name, problems: [error('page-unreachable', `The page cannot be had: ${answer.reason}.`)] };
    }
    const tags = examination.readTags(answer);
    return { name, tags, problems: await problemsOf(answer, tags, name, examination) };
  });
  const problems: (readonly [PlatformName, readonly Problem[]])[] = [];
  let said: PageTags | undefined;
  for await (const visit of visits) {
    said ??= visit.tags;
    problems.push([visit.name, visit.problems]);
  }
  const url = site.addressOf(page);
  return { page, url: url.href, ...(said && sayingsOf(said, url)), findings: mergeProblems(problems) };
}

/** What all platforms share that look at the same page. */
interface Examination {
  readonly site: Site;
  readonly path: string;
  readonly readTags: ReadTags;
  readonly options: ExaminePageOptions;
}

async function problemsOf(
  page: FoundPage,
  tags: PageTags,
  name: PlatformName,
  examination: Examination,
): Promise<Problem[]> {
  const { site } = examination;
  if (isNoPage(tags.leftAlone) && site.isFolder) return [];
  const isLeftAlone = tags.leftAlone !== undefined && !isNoPage(tags.leftAlone);
  const visit = await makeVisit(page, tags, name, examination, isLeftAlone);
  return (isLeftAlone ? rulesOfPagesLeftAlone : rules).flatMap((rule) => [...rule(visit)]);
}

type ReadTags = (page: FoundPage, htmlBytes?: number) => PageTags;

/** Platforms are sent the same page, most read the whole of it, and it is parsed once for them. */
function tagReader(path: string): ReadTags {
  const known = new Map<string, PageTags>();
  return ({ bytes, robotsTag = '' }, htmlBytes = Infinity) => {
    const read = bytes.subarray(0, htmlBytes);
    const isNoindex = /\bnoindex\b|\bnone\b/i.test(robotsTag);
    const key = `${isNoindex} ${createHash('sha256').update(read).digest('base64')}`;
    let tags = known.get(key);
    if (!tags) {
      tags = readPageTags(read, path);
      if (isNoindex && !tags.leftAlone) tags = { ...tags, leftAlone: 'noindex' };
      known.set(key, tags);
    }
    return tags;
  };
}

async function makeVisit(
  page: FoundPage,
  tags: PageTags,
  name: PlatformName,
  { site, path, readTags, options: { slowMs, allowLocal } }: Examination,
  isLeftAlone: boolean,
): Promise<Visit> {
  const platform: Platform = platforms[name];
  const declared = chosenImage(tags, platform.prefersTwitterTags ?? false);
  const contentType = contentTypeOf({ 'content-type': page.contentType });
  return {
    platform,
    page: { ...page, path, contentType, robots: await robotsVerdict(site, page.url, platform) },
    tags,
    seenTags: readTags(page, platform.htmlBytes),
    declared,
    image: isLeftAlone ? undefined : await visitImage(site, name, declared, page.url),
    lacksPage: (url) => site.lacksPage(url),
    slowMs,
    allowLocal,
  };
}

async function visitImage(
  site: Site,
  name: PlatformName,
  declared: DeclaredImage | undefined,
  page: URL,
): Promise<VisitedImage | undefined> {
  if (!declared || !URL.canParse(declared.url, page.href) || isPlaceholderAddress(declared.url)) {
    return undefined;
  }
  const url = new URL(declared.url, page);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const robots = await robotsVerdict(site, url, platforms[name]);
  return { name: site.nameOf(url), robots, report: await site.readImage(url, name) };
}

async function robotsVerdict({ robots }: Site, url: URL, { robotsName }: Platform) {
  return robotsName === undefined ? 'allowed' : robots.verdict(url, robotsName);
}
