import type { CardDocument } from '../card/document.ts';
import type { Camera, Screenshot } from './camera.ts';

/**
 * A card as JPEG or as PNG, whichever is smaller: flat designs are half as large as PNG, and
 * lose nothing; photos are far larger. Both are taken, so it costs what both do, and the
 * screenshot tells the format.
 *
 * @throws {CardstockError} as {@link Camera.take} does.
 */
export async function takeSmallest(
  document: CardDocument,
  camera: Camera,
  signal?: AbortSignal,
): Promise<Screenshot> {
  const taken = await Promise.all([
    camera.take(document, 'jpeg', signal),
    camera.take(document, 'png', signal),
  ]);
  const [jpeg, png] = taken;
  return png.bytes.length < jpeg.bytes.length ? png : jpeg;
}
