import * as z from 'zod';
import { count } from '../../system/settings/schemas.ts';
import { type Setting, setting, type Values } from '../../system/settings/setting.ts';
import { type CloudinaryAccount, readAccount } from './read-account.ts';

const cloudinary: Setting<CloudinaryAccount | undefined> = {
  variable: 'CLOUDINARY_URL',
  about: 'the account; or `CLOUDINARY_CLOUD_NAME`, `_API_KEY` and `_API_SECRET`',
  shownDefault: 'no Cloudinary',
  read: readAccount,
};

export const cloudinarySettings = {
  cloudinary,
  cloudinaryDelivery: setting('OG_CLOUDINARY_DELIVERY', z.enum(['remote', 'fetch']).default('remote'), {
    about: 'or `fetch`',
  }),
  cloudinaryCarrier: setting(
    'OG_CLOUDINARY_CARRIER',
    z
      .string()
      .regex(/^[\w-]+$/)
      .default('cardstock-carrier'),
    { about: 'the public id of the one-pixel image that Cloudinary hands to the renderer' },
  ),
  cloudinaryVersion: setting('OG_CLOUDINARY_VERSION', count.default(1), {
    about: 'another number has every card made anew',
  }),
};

export type CloudinarySettings = Values<typeof cloudinarySettings>;
