import type { LintFinding } from '../camera/lint/finding.ts';
import type { ScreenshotTimings } from '../camera/screenshot.ts';
import type { ParameterProblem } from '../errors.ts';
import type { ReceiptSection } from '../serve/explain/receipt-sections.ts';
import type { Verdict } from './golden/verdict.ts';
import type { Field } from './fields/field.ts';

/** What the studio's page and its server say to each other. */

/** A card as it is being shaped: its props are complete, and come from no example. */
export interface StudioCard {
  readonly template: string;
  readonly props: Props;
  readonly variant?: string | undefined;
  readonly format?: string | undefined;
  readonly lang?: string | undefined;
  /** The project's defaults are in it already, as in cards of pages. */
  readonly isComplete?: boolean | undefined;
}

export type Props = Readonly<Record<string, unknown>>;

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly deviceScaleFactor: number;
}

export interface TemplateEntry {
  readonly name: string;
  readonly description: string;
  /** Where it is written, where that is known. */
  readonly file?: string | undefined;
  /** The size it is drawn for. */
  readonly variant: string;
  readonly variants: Readonly<Record<string, Size>>;
  readonly fields: readonly Field[];
  readonly examples: Readonly<Record<string, Props>>;
  /** What the project's config says for all cards. */
  readonly defaults: Props;
}

/** All that there is to choose from. */
export interface Catalog {
  /** Another one with each change of the project. */
  readonly revision: string;
  readonly templates: readonly TemplateEntry[];
  readonly formats: readonly string[];
  /** Where the site will live, as far as anybody said. */
  readonly siteUrl?: string | undefined;
  /** Whether pages of a built site can be asked for. */
  readonly hasSite: boolean;
}

/** What is known of a picture beside its bytes; it comes in a header. */
export interface PictureFacts {
  readonly key: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly quality?: number | undefined;
  readonly alt: string;
  readonly language: string;
  /** Sentences for people, as `render` says them. */
  readonly findings: readonly string[];
  readonly timings: ScreenshotTimings;
  /** It was drawn before. */
  readonly isKept: boolean;
}

export const factsHeader = 'cardstock-picture';

/** A line of a source, and whether it is the one. */
export interface FaultLine {
  readonly number: number;
  readonly text: string;
}

export interface FaultPlace {
  /** As people are told, short where it lies below the working folder. */
  readonly file: string;
  /** As the system knows it. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong with the project, for a panel over the picture. */
export interface ShownFault {
  readonly message: string;
  readonly place?: FaultPlace | undefined;
  readonly advice?: string | undefined;
  readonly lines: readonly FaultLine[];
  readonly stack: readonly (FaultPlace & { readonly name: string })[];
}

/** Why there is no answer. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** Of props, each by its name. */
  readonly problems: readonly ParameterProblem[];
  /** Where the project is to blame. */
  readonly fault?: ShownFault | undefined;
}

/** A text, or why there is none. */
export type Attempt = { readonly text: string } | { readonly problem: string };

/** The page that a card is for, as far as it is known. */
export interface PageWords {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  readonly siteName?: string | undefined;
}

/** What is written of a card elsewhere: in pages, in programs, on a command line. */
export interface CardTexts {
  readonly alt: string;
  readonly page: PageWords & { readonly title: string; readonly url: string };
  readonly tags: Attempt;
  readonly urls: {
    readonly readable: Attempt;
    readonly sealed: Attempt;
    readonly redirect: Attempt;
    readonly cloudinary: Attempt;
  };
  /** The same card at this server. */
  readonly here: Attempt;
  readonly code: { readonly typescript: string; readonly cli: string; readonly curl: string };
  /** What to set before these addresses can be shared. */
  readonly notes: readonly string[];
}

export interface PageQuestion {
  /** A page of the built site, by its address or its file. */
  readonly address?: string | undefined;
  /** Or a page itself. */
  readonly html?: string | undefined;
  readonly fileName?: string | undefined;
}

/** The card that `cardstock build` gives a page. */
export interface PageAnswer {
  readonly path: string;
  readonly words: PageWords;
  readonly kind?: string | undefined;
  /** Nothing where the page gets no card; `reason` says why. */
  readonly card?: StudioCard | undefined;
  readonly reason?: string | undefined;
  /** Which words of the page each prop is made of. */
  readonly origins: readonly { readonly prop: string; readonly from: string }[];
}

/** A card, and the example that it still has all the props of. */
export interface WhyQuestion extends StudioCard {
  readonly example?: string | undefined;
}

/** All that is to be told of a card. */
export interface WhyAnswer {
  readonly sections: readonly ReceiptSection[];
}

export interface LintAnswer {
  readonly findings: readonly LintFinding[];
}

/** How an example in one size looks beside how it was accepted. */
export interface SheetFacts {
  /** Nothing where no picture was accepted. */
  readonly accepted?: Pick<Verdict, 'kind' | 'changedPixels' | 'share' | 'reason'> | undefined;
  readonly findings: readonly LintFinding[];
}

/** A page of the pictures of the site; the next one begins after `next`. */
export interface SitePictures {
  readonly pictures: readonly {
    readonly path: string;
    readonly byteLength: number;
    readonly modifiedAt: string;
  }[];
  readonly next?: string | undefined;
}

/** One of them, and where it is shown in each size. */
export interface SitePicture {
  readonly path: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly byteLength: number;
  readonly addresses: readonly { readonly size: string; readonly url: string }[];
}

/** What the server tells by itself. */
export type StudioEvent =
  | { readonly kind: 'hello' | 'change'; readonly revision: string; readonly files: readonly string[] }
  | { readonly kind: 'fault'; readonly fault: ShownFault };
