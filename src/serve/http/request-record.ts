import { defineEvent } from '../../system/event.ts';
import type { Phase } from './timings.ts';

/** What became known of a card on its way to an answer. */
export interface CardRecord {
  readonly template?: string;
  readonly variant?: string;
  readonly format?: string;
  /** Where the picture came from; `not-modified` where the client had it. */
  readonly cache?: 'memory' | 'store' | 'shared' | 'rendered' | 'not-modified';
  readonly phases?: readonly Phase[];
  /** Code of the error that another picture stands in for. */
  readonly fallback?: string;
  /** Code of the error that was answered in words. */
  readonly error?: string;
  readonly missingGlyphs?: number;
  readonly missingImages?: number;
}

/**
 * A request at its end, for logs and figures. It holds no address: that has the signature in it,
 * and whatever a stranger wrote.
 */
export interface RequestRecord extends CardRecord {
  readonly id: string;
  /** W3C's header of that name: which trace the request belongs to. */
  readonly traceparent?: string | undefined;
  readonly route: string;
  readonly method: string;
  /** 499 where the client had left. */
  readonly status: number;
  readonly durationMs: number;
  readonly bytes: number;
}

export const requestEnded = defineEvent<RequestRecord>('request-ended');
