import { readFile } from 'node:fs/promises';
import { describeProps } from '../card/props.ts';
import type { CardRequest } from '../card/resolve.ts';
import type { Template } from '../card/template.ts';

/**
 * Puts files in the place of their paths, which a person at a command line means from the
 * working folder. A path that leads to none stays: it may be one of `OG_IMAGE_FOLDER`.
 */
export async function readLocalPictures(request: CardRequest, template: Template): Promise<CardRequest> {
  const props: Record<string, unknown> = { ...request.props };
  for (const [name, { format }] of Object.entries(describeProps(template.props))) {
    const source = props[name];
    if (format !== 'image' || typeof source !== 'string') continue;
    const bytes = await readFile(source).catch(() => undefined);
    if (bytes) props[name] = `data:application/octet-stream;base64,${bytes.toString('base64')}`;
  }
  return { ...request, props };
}
