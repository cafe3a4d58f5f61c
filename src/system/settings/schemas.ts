import * as z from 'zod';

/** The kinds of value that several rooms read from a variable. */
export const count = whole(1);
export const countOrNone = whole(0);
export const port = whole(0, 65_535);
export const flag = z
  .enum(['true', 'false'], 'expected true or false')
  .transform((value) => value === 'true');
export const path = z.string().min(1);

/** With commas between. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
);

/** @param example Of what is expected, for whoever wrote something else. */
export function json(example: string) {
  return z.string().transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue(`expected JSON, as in ${example}`);
      return z.NEVER;
    }
  });
}

/** A whole number, which people hear of as such, and not as what JavaScript makes of their words. */
function whole(least: number, most?: number) {
  const error = `expected a whole number from ${least}${most === undefined ? '' : ` to ${most}`}`;
  const number = z.coerce.number({ error }).int({ error }).min(least, { error });
  return most === undefined ? number : number.max(most, { error });
}
