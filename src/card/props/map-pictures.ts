import { picturesOf } from './leaves.ts';
import { readProps } from './read.ts';
import { type Replacement, replaceTexts } from './replace.ts';
import type { PropsSchema } from './schema.ts';
import type { RawProps } from './values.ts';

/**
 * Props with other sources for their pictures, at any depth; a picture without one is left out.
 * Props that are wrong stay as they are, for whoever looks at them next to say so.
 */
export async function mapPictures(
  schema: PropsSchema,
  raw: RawProps,
  map: (source: string) => Promise<string | undefined> | string | undefined,
): Promise<RawProps> {
  const { input, problems } = readProps(schema, raw);
  if (problems.length > 0) return raw;
  const pictures = picturesOf(schema, input);
  if (pictures.length === 0) return raw;
  const mapped = pictures.map(async ({ path, value }): Promise<Replacement> => ({
    path,
    from: value,
    to: await map(value),
  }));
  return replaceTexts(input, await Promise.all(mapped)) as RawProps;
}
