import { defineEvent } from '../system/event.ts';

/** Why a browser made way for another one. */
export type ReplacementReason = 'recycled' | 'crashed' | 'hung' | 'failed';

export const browserStarted = defineEvent<{ readonly durationMs: number }>('browser-started');

export const browserReplaced = defineEvent<{ readonly reason: ReplacementReason }>('browser-replaced');
