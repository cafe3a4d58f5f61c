import type { SandboxState } from './chromium/sandbox.ts';
import type { ImageFormat } from '../card/variants.ts';

/** What is known of a finished image, and what it took. */
export interface ScreenshotFacts {
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  /** Of a lossy format, 1 to 100: less than usual where the byte budget asked for it. */
  readonly quality?: number | undefined;
  /** No quality that is fit to be seen would be within the byte budget. */
  readonly overBudget: boolean;
  /** A headline was made smaller than its stylesheet has it. */
  readonly fitted: boolean;
  /** Some text was cut, with an ellipsis. */
  readonly clamped: boolean;
  /** One of them was a headline, at its smallest size. */
  readonly headlineClamped: boolean;
  readonly timings: ScreenshotTimings;
}

export interface ScreenshotTimings {
  readonly queueMs: number;
  readonly frameMs: number;
  readonly encodeMs: number;
  /** Inflating and launching, when this card had to wait for it. */
  readonly coldStartMs?: number;
}

/** What a camera is busy with at a moment. */
export interface CameraLoad {
  /** Cards that wait for a browser. */
  readonly waiting: number;
  /** Cards that are on one. */
  readonly busy: number;
  /** How many may wait. */
  readonly maxWaiting: number;
  /** What came of trying Chromium's own sandbox; nothing before the first browser. */
  readonly sandbox?: SandboxState | undefined;
  /** Process ids of the browsers that run. */
  readonly pids: readonly number[];
}
