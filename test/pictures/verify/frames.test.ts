import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makePicture } from '../../../src/pictures/sized/make-picture.ts';
import { checkFrames, maxFrames } from '../../../src/pictures/verify/frames.ts';
import { verifyPicture } from '../../../src/pictures/verify/verify-picture.ts';
import { animatedWebp, gradient } from '../../card/pictures/support/pictures.ts';

const gif = await sharp(
  [await gradient(4, 4).png().toBuffer(), await gradient(4, 4).negate().png().toBuffer()],
  {
    join: { animated: true },
  },
)
  .gif()
  .toBuffer();
const webp = await animatedWebp(2);

/** The file with its last frame as often as wanted; a frame of a GIF begins with how long it is shown. */
function withFrames(format: 'gif' | 'webp', count: number): Buffer {
  const [file, mark] = format === 'gif' ? [gif, Buffer.from('21f904', 'hex')] : [webp, Buffer.from('ANMF')];
  const start = file.lastIndexOf(mark);
  const end = format === 'gif' ? file.length - 1 : file.length;
  const frame = file.subarray(start, end);
  const more = Array<Buffer>(count - 2).fill(frame);
  const made = Buffer.concat([file.subarray(0, end), ...more, file.subarray(end)]);
  if (format === 'webp') made.writeUInt32LE(made.length - 8, 4);
  return made;
}

describe.each(['gif', 'webp'] as const)('an animation as %s', (format) => {
  it('is counted as its decoder does', async () => {
    for (const count of [2, 3, 50]) {
      const { pages } = await sharp(withFrames(format, count), { pages: -1 }).metadata();
      expect(pages).toBe(count);
      expect(await verifyPicture(withFrames(format, count))).toMatchObject({ type: format });
    }
    expect(() => checkFrames(withFrames(format, maxFrames))).not.toThrow();
    expect(() => checkFrames(withFrames(format, maxFrames + 1))).toThrow();
  });

  it('of too many frames is refused before a decoder sees it', async () => {
    const bytes = withFrames(format, 2 * maxFrames);
    const refusal = { reason: `it has more than ${maxFrames} frames`, isLasting: true };
    await expect(verifyPicture(bytes)).rejects.toMatchObject(refusal);
    await expect(makePicture(bytes, { variant: undefined, format: 'png' })).rejects.toMatchObject(refusal);
  });
});

it('whatever is no animation, or breaks off within one, has no frames too many', () => {
  for (const file of [gif, webp]) {
    for (let length = 0; length < file.length; length += 1)
      expect(() => checkFrames(file.subarray(0, length))).not.toThrow();
    for (let at = 0; at < file.length; at += 1) {
      const damaged = Buffer.from(file);
      damaged[at] = 0xff;
      expect(() => checkFrames(damaged)).not.toThrow();
    }
  }
});
