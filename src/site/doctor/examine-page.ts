import { contentTypeOf } from './image-report.ts';
import { mapInOrder } from './map-in-order.ts';
import { chosenImage, type DeclaredImage, type PageTags } from './page-tags.ts';
import { type Platform, type PlatformName, platforms } from './platforms.ts';
import { readPageTags } from './read-page-tags.ts';
import { mergeProblems, type PageReport } from './report.ts';
import { rules } from './rules/index.ts';
import { error, type Problem, type Visit, type VisitedImage } from './rules/rule.ts';
import type { FoundPage, PageAnswer, Site } from './site.ts';

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
  const readTags = tagReader();
  const visits = mapInOrder(options.platforms, options.concurrency, async (name) => {
    const answer = await read(name);
    return [name, await problemsOf(answer, site, name, readTags, options)] as const;
  });
  const problems: (readonly [PlatformName, readonly Problem[]])[] = [];
  for await (const found of visits) problems.push(found);
  return { page, url: site.addressOf(page).href, findings: mergeProblems(problems) };
}

async function problemsOf(
  answer: PageAnswer,
  site: Site,
  name: PlatformName,
  readTags: ReadTags,
  options: ExaminePageOptions,
): Promise<Problem[]> {
  if (answer.outcome === 'unreachable') {
    return [error('page-unreachable', `The page cannot be had: ${answer.reason}.`)];
  }
  const visit = await makeVisit(site, name, answer, readTags, options);
  return rules.flatMap((rule) => [...rule(visit)]);
}

type ReadTags = (page: FoundPage, htmlBytes?: number) => PageTags;

/** Most platforms read the whole of the same page, which is parsed once for them. */
function tagReader(): ReadTags {
  const known = new Map<Buffer, Map<number, PageTags>>();
  return ({ bytes, robotsTag }, htmlBytes = Infinity) => {
    const length = Math.min(bytes.length, htmlBytes);
    const lengths = known.get(bytes) ?? new Map<number, PageTags>();
    known.set(bytes, lengths);
    let tags = lengths.get(length);
    if (!tags) {
      tags = readPageTags(bytes.subarray(0, length));
      if (robotsTag && /\bnoindex\b|\bnone\b/i.test(robotsTag)) tags = { ...tags, isNoindex: true };
      lengths.set(length, tags);
    }
    return tags;
  };
}

async function makeVisit(
  site: Site,
  name: PlatformName,
  page: FoundPage,
  readTags: ReadTags,
  { slowMs, allowLocal }: ExaminePageOptions,
): Promise<Visit> {
  const platform: Platform = platforms[name];
  const tags = readTags(page);
  const declared = chosenImage(tags, platform.prefersTwitterTags ?? false);
  const contentType = contentTypeOf({ 'content-type': page.contentType });
  return {
    platform,
    page: { ...page, contentType, robots: await robotsVerdict(site, page.url, platform) },
    tags,
    seenTags: readTags(page, platform.htmlBytes),
    declared,
    image: await visitImage(site, name, declared, page.url),
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
  if (!declared || !URL.canParse(declared.url, page.href)) return undefined;
  const url = new URL(declared.url, page);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const robots = await robotsVerdict(site, url, platforms[name]);
  return { robots, report: await site.readImage(url, name) };
}

async function robotsVerdict({ robots }: Site, url: URL, { robotsName }: Platform) {
  return robotsName === undefined ? 'allowed' : robots.verdict(url, robotsName);
}
