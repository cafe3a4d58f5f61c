import * as z from 'zod';
import { isS3Address, readS3Place } from '../serve/cache/stores/s3-place.ts';
import { readDeployment } from '../system/settings/deployment.ts';
import { json } from '../system/settings/schemas.ts';
import { setting, type Values } from '../system/settings/setting.ts';
import { adminSettings } from './admin/settings.ts';
import { pictureRules } from './sized/rules.ts';

const place = z.string().refine((text) => !isS3Address(text) || readS3Place(text) !== undefined, {
  error: 'expected a folder or "s3://bucket/prefix"',
});

export const pictureSettings = {
  pictures: setting('OG_PICTURES', place.optional(), {
    about: 'where pictures of your own lie: a folder, or a bucket as in `s3://bucket/prefix`',
    shownDefault: '`./pictures` locally, none in production',
    byDefault: (environment) => (readDeployment(environment).production ? undefined : './pictures'),
  }),
  pictureRules: setting(
    'OG_PICTURE_RULES',
    json('{"variants":{"md":{"width":640}}}').pipe(pictureRules).default(pictureRules.parse({})),
    {
      about: 'what may become of them: `{"variants":{"md":{"width":640}},"sizes":["200x200"]}`',
      shownDefault: '`sm`, `md`, `lg`, `xl`, `thumb`',
    },
  ),
  ...adminSettings,
};

export type PictureSettings = Values<typeof pictureSettings>;
