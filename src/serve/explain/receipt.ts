import type { Box } from '../../camera/lint/box.ts';
import type { CutText, FittedText } from '../../camera/lint/inspect-layout.ts';
import type { DrawnCharacters } from '../../card/fonts/drawn-with.ts';
import type { ImageFormat } from '../../card/variants.ts';

/** All that is to be told of one card: what it was made of, what became of that, and why. Plain data. */
export interface Receipt {
  readonly template: string;
  readonly variant: string;
  readonly example?: string | undefined;
  readonly props: readonly PropReceipt[];
  readonly language: LanguageReceipt;
  readonly runs: readonly RunReceipt[];
  /** Code points that no font here can draw, as in `U+13000`. */
  readonly missingGlyphs: readonly string[];
  /** Families that are named and not there, each with what its words are set in. */
  readonly missingFonts: readonly { readonly family: string; readonly standIn: string }[];
  readonly headlines: readonly FittedText[];
  readonly clamps: readonly CutText[];
  readonly pictures: readonly PictureReceipt[];
  readonly image: ImageReceipt;
  readonly identity: IdentityReceipt;
  readonly timings: readonly { readonly name: string; readonly durationMs: number }[];
  readonly cache: CacheReceipt;
  /** What a person should know, a sentence each. */
  readonly findings: readonly string[];
}

export interface PropReceipt {
  readonly name: string;
  /** Data URLs are shortened. */
  readonly value: unknown;
  /** `config`: the project's defaults for all cards; `default`: the template's schema. */
  readonly from: 'given' | 'example' | 'config' | 'default';
}

export interface LanguageReceipt {
  readonly tag: string;
  /** `script`: guessed from the letters; `site`: what the config says, or English. */
  readonly because: 'given' | 'script' | 'site';
  /** By its ISO 15924 name. */
  readonly script: string;
}

/** Words of one element in one style. */
export interface RunReceipt {
  readonly selector: string;
  readonly text: string;
  readonly sizePx: number;
  readonly weight: number;
  readonly fonts: readonly DrawnCharacters[];
  /** Around its lines, in pixels of the card. */
  readonly box?: Box | undefined;
}

export interface PictureReceipt {
  /** The way to it, or nothing where the template names it itself. */
  readonly prop?: string | undefined;
  readonly source: string;
  /** As it is on the card, encoded anew. */
  readonly bytes?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** `shown`, or why it is not. */
  readonly outcome: string;
}

export interface ImageReceipt {
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  readonly quality?: number | undefined;
  readonly bytes: number;
  readonly budgetBytes: number;
  readonly overBudget: boolean;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
}

/** What names the picture, and each part that the name is a hash of. */
export interface IdentityReceipt {
  /** Which is the ETag as well. */
  readonly key: string;
  /** In sealed URLs: that of the design, whatever browser is here. */
  readonly version: string;
  readonly parts: IdentityParts;
}

export interface IdentityParts {
  /** Browser, encoder, and the recipes for them. */
  readonly engine: string;
  /** What the version has in its place. */
  readonly pinnedEngine: string;
  /** Family, weight, file and digest of each face. */
  readonly fonts: readonly string[];
  /** A digest of markup and styles, before pictures are in them. */
  readonly template: string;
  /** A digest of the whole document. */
  readonly document: string;
  readonly settings: {
    readonly format: string;
    readonly size: string;
    readonly chroma: string;
    readonly budgetKilobytes: number;
  };
}

export interface CacheReceipt {
  /** Where a request would have found it. */
  readonly state: 'memory' | 'store' | 'none';
  readonly createdAt?: string | undefined;
  /** Whether what lies there has the bytes that were drawn now. */
  readonly isSame?: boolean | undefined;
}
