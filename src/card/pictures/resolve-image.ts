import { ImageNotAllowedError, ImageUnavailableError } from '../../errors.ts';
import { readDataUrl } from './data-url.ts';
import type { FetchImageOptions } from './fetch-image.ts';
import { readLocalImage } from './local-file.ts';
import { reencodeImage, type ReencodeOptions } from './reencode.ts';

export interface ResolveImageOptions extends FetchImageOptions, ReencodeOptions {
  /** Where the site keeps its pictures. Without one there are no local files. */
  readonly rootFolder?: string;
}

/**
 * A data URL that is safe in a card, and says what it wants to lie on (`;ground=light`) where one sees through it, from a data URL that may not be, an https URL, or the path
 * of a file below the root folder of the site.
 *
 * @throws {ImageNotAllowedError} who wrote the source must change it.
 * @throws {ImageUnavailableError} the source may be right, and there is no picture there now.
 */
export async function resolveImage(source: string, options: ResolveImageOptions): Promise<string> {
  const { bytes, format, ground } = await pictureFrom(source, options);
  const parameter = ground ? `;ground=${ground}` : '';
  return `data:image/${format}${parameter};base64,${bytes.toString('base64')}`;
}

async function pictureFrom(source: string, options: ResolveImageOptions) {
  switch (/^[a-z][a-z\d+.-]*(?=:)/i.exec(source)?.[0].toLowerCase()) {
    case 'data':
      return reencodeImage(readDataUrl(source, options), options).catch(blameSource);
    case 'https':
      return reencodeImage(await fetched(source, options), { ...options, isOwn: false });
    case undefined:
      if (options.rootFolder === undefined) {
        throw new ImageNotAllowedError(
          'it is a path, and neither imageFolder in the config nor OG_IMAGE_FOLDER names the folder that it starts from',
        );
      }
      return reencodeImage(await readLocalImage(source, options.rootFolder), { ...options, isOwn: true });
  }
  throw new ImageNotAllowedError('it is neither an https URL nor a data URL nor a file of the site');
}

/** Node's client of the web takes a twentieth of a second to load, and most cards do without. */
async function fetched(source: string, options: ResolveImageOptions): Promise<Buffer> {
  const { fetchImage } = await import('./fetch-image.ts');
  return fetchImage(source, options);
}

/** The bytes of a data URL came with the request, and there is no other side. */
function blameSource(error: unknown): never {
  if (error instanceof ImageUnavailableError) throw new ImageNotAllowedError(error.reason, error.cause);
  throw error;
}
