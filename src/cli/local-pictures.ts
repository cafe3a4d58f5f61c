import { readFile } from 'node:fs/promises';
import { mapPictures } from '../card/props.ts';
import type { CardRequest } from '../card/resolve.ts';
import type { Template } from '../card/template.ts';

/**
 * Puts files in the place of their paths, which a person at a command line means from the
 * working folder. A path that leads to none stays: it may be one of `OG_IMAGE_FOLDER`.
 */
export async function readLocalPictures(request: CardRequest, template: Template): Promise<CardRequest> {
  const props = await mapPictures(template.props, request.props, async (source) => {
    const bytes = await readFile(source).catch(() => undefined);
    return bytes ? `data:application/octet-stream;base64,${bytes.toString('base64')}` : source;
  });
  return { ...request, props };
}
