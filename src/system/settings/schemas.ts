import * as z from 'zod';

/** The kinds of value that several rooms read from a variable. */
export const count = z.coerce.number().int().min(1);
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
export const path = z.string().min(1);

/** With commas between. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
);
