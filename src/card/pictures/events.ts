import { defineEvent } from '../../system/event.ts';

/** A picture from elsewhere was had (`fetched`), or was not: then the code of its error. */
export const pictureSettled = defineEvent<{ readonly outcome: string }>('picture-settled');
