import type { CardRequest } from '../card/resolve.ts';
import type { CardImage } from '../card/card-image.ts';
import type { Cardstock } from '../cardstock.ts';
import type { PictureTagOptions } from '../pictures/sized/picture-tag.ts';
import type { PictureUrlOptions } from '../pictures/sized/picture-url.ts';
import type { CardUrlOptions } from '../serve/url/sealed-url.ts';
import type { SigningOptions } from '../serve/url/signed-url.ts';

let opened: Promise<Cardstock> | undefined;

/** The project of the working folder, loaded when it is first asked for; a failure is forgotten. */
function currentCardstock(): Promise<Cardstock> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<Cardstock> {
  const { openProject } = await import('./open-project.ts');
  return openProject(process.cwd(), { allowUnsigned: true }); // nothing is served
}

/**
 * The sealed URL of a card, by the config and the templates of the working folder.
 *
 * @throws {CardstockError} as {@link Cardstock.cardUrl}, or the config cannot be loaded.
 */
export async function cardUrl(request: CardRequest, options?: CardUrlOptions): Promise<string> {
  return (await currentCardstock()).cardUrl(request, options);
}

/**
 * What a page says of its card: URL, size, type and words.
 *
 * @throws {CardstockError} as {@link Cardstock.openGraph}, or the config cannot be loaded.
 */
export async function openGraph(request: CardRequest, options?: SigningOptions): Promise<CardImage> {
  return (await currentCardstock()).openGraph(request, options);
}

/**
 * The URL of the same card at Cloudinary.
 *
 * @throws {CardstockError} as {@link Cardstock.cloudinaryUrl}, or the config cannot be loaded.
 */
export async function cloudinaryUrl(request: CardRequest, options?: SigningOptions): Promise<string> {
  return (await currentCardstock()).cloudinaryUrl(request, options);
}

/**
 * The URL of a size of one of the site's own pictures, with the version of its content.
 *
 * @throws {CardstockError} as {@link Cardstock.pictureUrl}, or the config cannot be loaded.
 */
export async function pictureUrl(path: string, size: string, options?: PictureUrlOptions): Promise<string> {
  return (await currentCardstock()).pictureUrl(path, size, options);
}

/**
 * The `<picture>` of one of the site's own pictures, in all its widths and formats.
 *
 * @throws {CardstockError} as {@link Cardstock.pictureTag}, or the config cannot be loaded.
 */
export async function pictureTag(path: string, options: PictureTagOptions): Promise<string> {
  return (await currentCardstock()).pictureTag(path, options);
}
