import * as z from 'zod';
import { isS3Address, readS3Place } from '../serve/cache/stores/s3-place.ts';
import { readDeployment } from '../system/settings/deployment.ts';
import { setting, type Values } from '../system/settings/setting.ts';
import { adminSettings } from './admin/settings.ts';

const place = z.string().refine((text) => !isS3Address(text) || readS3Place(text) !== undefined, {
  error: 'expected a folder or "s3://bucket/prefix"',
});

export const pictureSettings = {
  pictures: setting('OG_PICTURES', place.optional(), {
    about: 'where pictures of your own lie: a folder, or a bucket as in `s3://bucket/prefix`',
    shownDefault: '`./pictures` locally, none in production',
    byDefault: (environment) => (readDeployment(environment).production ? undefined : './pictures'),
  }),
  ...adminSettings,
};

export type PictureSettings = Values<typeof pictureSettings>;
