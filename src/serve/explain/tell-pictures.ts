import { readHeader } from '../../camera/encode/read-header.ts';
import type { CardDocument } from '../../card/document.ts';
import { picturesOutside } from '../../card/document-pictures.ts';
import { maxPixelsSide } from '../../card/furnish.ts';
import type { IllustratedCard, MissingImage } from '../../card/illustrate.ts';
import { readDataUrl } from '../../card/pictures/data-url.ts';
import type { GetPictureOptions, Pictures } from '../../card/pictures/pictures.ts';
import { pathName, picturesOf } from '../../card/props.ts';
import { valueAt } from '../../card/props/replace.ts';
import type { PictureReceipt } from './receipt.ts';
import { shortSource } from './tell-props.ts';

/** The pictures among the props of a card. */
export function tellPicturesOfProps({ card, missingImages }: IllustratedCard): PictureReceipt[] {
  return picturesOf(card.template.props, card.input).map(({ path, value: source }) => {
    const prop = pathName(path);
    const missing = missingImages.find((image) => image.prop === prop);
    const shown = missing ? undefined : valueAt(card.props, path);
    const outcome = missing ? missing.error.reason : 'shown';
    return { prop, source: shortSource(source), ...sizeOf(shown), outcome };
  });
}

/**
 * Those that its template names itself.
 *
 * @param document As it was before they were put in.
 */
export function tellOtherPictures(
  document: CardDocument,
  missing: readonly MissingImage[],
  pictures: Pictures,
  options: GetPictureOptions,
): Promise<PictureReceipt[]> {
  return Promise.all(
    picturesOutside(document.html).map(async (source) => {
      const lacked = missing.find(({ prop }) => source.includes(prop));
      if (lacked) return { source: lacked.prop, outcome: lacked.error.reason };
      return { source, ...sizeOf(await pictures.get(source, maxPixelsSide, options)), outcome: 'shown' };
    }),
  );
}

/** A drawing has no size of its own. */
function sizeOf(url: unknown): Pick<PictureReceipt, 'bytes' | 'width' | 'height'> {
  if (typeof url !== 'string' || !/^data:/i.test(url)) return {};
  const bytes = readDataUrl(url, { isOwn: true });
  const { width, height } = readHeader(bytes) ?? {};
  return { bytes: bytes.length, ...(width && height && { width, height }) };
}
