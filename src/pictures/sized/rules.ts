import * as z from 'zod';

/** Of a side, in pixels; what a browser shows of more, nobody sees. */
const maxSide = 4_096;

const side = z.int().min(1).max(maxSide);
const blur = z.number().min(1).max(100);
const share = z.number().min(0).max(1);
/** A path as of a picture, or the beginning of one. */
const prefix = z.string().min(1).max(700);
/** No ending, no free size, and no slash. */
const nameForm = /^(?!\d+x\d+$)[a-z][a-z\d]{0,31}$/;
const name = z.string().regex(nameForm, 'expected a name of small letters and digits, as in md');
const openSize = z.string().regex(/^\d{1,4}x\d{1,4}$/, 'expected a size, as in 200x200');

const variant = z.strictObject({
  width: side,
  height: side.optional(),
  /** `cover` fills the box and cuts what is over; `inside` keeps all. */
  fit: z.enum(['inside', 'cover']).optional(),
  /** Pixels of the result that run into one another. */
  blur: blur.optional(),
});

/** How one size of a picture is made. */
export type PictureVariant = Readonly<z.output<typeof variant>>;

export const usualVariants: Readonly<Record<string, PictureVariant>> = {
  sm: { width: 320 },
  md: { width: 640 },
  lg: { width: 1024 },
  xl: { width: 1920 },
  thumb: { width: 200, height: 200, fit: 'cover' },
};

export const pictureRules = z.strictObject({
  /** Sizes by name; `usualVariants` where nothing is said. */
  variants: z.record(name, variant).default(usualVariants),
  /** Sizes without a name that anybody may ask for: each is an invitation. */
  sizes: z.array(openSize).max(100).default([]),
  /** What stays in view where a picture is cut, by the beginnings of paths: shares of width and height. */
  focus: z.record(prefix, z.tuple([share, share])).default({}),
  /** Paths that begin so are shown under signed URLs alone. */
  requireSignedUrls: z.array(prefix).default([]),
  /** Variants that are shown of those as well: one that is blurred, say. */
  publicVariants: z.array(name).default([]),
});

/** What `cardstock.config.ts` may say of pictures. */
export type PictureOptions = Readonly<z.input<typeof pictureRules>>;
export type PictureRules = Readonly<z.output<typeof pictureRules>>;
