import type { FoundImage, ImageReport } from '../image-report.ts';
import type { DeclaredImage, PageTags } from '../page-tags.ts';
import type { Platform } from '../platforms.ts';
import type { RobotsVerdict } from '../robots.ts';
import type { RuleName } from './rule-names.ts';

/** Errors lose the card or its image somewhere, warnings spoil it, infos are good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** What is wrong for one platform, before all platforms are put together. */
export interface Problem {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly message: string;
  /** `cardstock build` puts in what is missing. */
  readonly fixable?: boolean;
  /** The tag that is not there. */
  readonly missing?: string;
}

/** How a page came. */
export interface PageDelivery {
  /** The file, from the folder of the site; or the address. */
  readonly path: string;
  /** In the end, behind all redirects. */
  readonly url: URL;
  readonly redirects: readonly string[];
  readonly contentType: string | undefined;
  readonly elapsedMs?: number | undefined;
  readonly robots: RobotsVerdict;
}

/** The image of a page as one platform meets it. */
export interface VisitedImage {
  /** As people know it: the file, or the address. */
  readonly name: string;
  readonly report: ImageReport;
  readonly robots: RobotsVerdict;
}

/** A page as one platform's crawler meets it: all that a rule may judge by. */
export interface Visit {
  readonly platform: Platform;
  readonly page: PageDelivery;
  /** Of the whole page. */
  readonly tags: PageTags;
  /** As far as the platform reads. */
  readonly seenTags: PageTags;
  /** The image that the platform takes, as the tags say it. */
  readonly declared: DeclaredImage | undefined;
  /** Absent where there is none that could be asked for. */
  readonly image: VisitedImage | undefined;
  /** Whether an address is one of the site and nothing lies there. */
  readonly lacksPage: (url: URL) => boolean;
  /** What took longer than this is slow. */
  readonly slowMs: number;
  /** Pages and images on this machine are what is wanted. */
  readonly allowLocal: boolean;
}

export type Rule = (visit: Visit) => Iterable<Problem>;

/** For rules about an image that came. */
export function foundImage({ image }: Visit): FoundImage | undefined {
  return image?.report.outcome === 'found' ? image.report : undefined;
}

export function error(rule: RuleName, message: string): Problem {
  return { rule, severity: 'error', message };
}

export function warning(rule: RuleName, message: string): Problem {
  return { rule, severity: 'warning', message };
}

export function info(rule: RuleName, message: string): Problem {
  return { rule, severity: 'info', message };
}
