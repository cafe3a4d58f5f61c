import * as z from 'zod';
import { count, list, path } from '../system/settings/schemas.ts';
import { setting, type Values } from '../system/settings/setting.ts';

const languageTag = z.string().transform((tag, context) => {
  try {
    return Intl.getCanonicalLocales(tag)[0]!;
  } catch {
    context.addIssue('expected a language tag, as in en, pt-BR or zh-Hant');
    return z.NEVER;
  }
});

export const cardSettings = {
  language: setting('OG_LANG', languageTag.default('en'), {
    about: 'the language of cards that do not say theirs and whose script does not tell',
  }),
  imageHosts: setting('OG_IMAGE_HOSTS', list.default([]), {
    about: 'hosts that pictures may come from, as in `img.example.com,*.example.org`',
  }),
  imageFolder: setting('OG_IMAGE_FOLDER', path.optional(), {
    about: 'the folder that paths of pictures start from; without one there are no local pictures',
  }),
  loadTimeoutMs: setting('CARDSTOCK_LOAD_TIMEOUT_MS', count.default(5_000), {
    about: 'until the `load` of a template is given up',
  }),
};

export type CardSettings = Values<typeof cardSettings>;
