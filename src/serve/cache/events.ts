import { defineEvent } from '../../system/event.ts';

/** A read or a write of the store failed or took too long; the card was made without it. */
export const storeFailed = defineEvent<{ readonly error: unknown }>('store-failed');
