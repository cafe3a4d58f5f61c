import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { cliPage } from './cli-page.js';
import { configPage } from './config-page.js';
import { galleryPage } from './gallery-page.js';
import { httpPage } from './http-page.js';
import { openapi } from './openapi.js';
import { doctorPage, lintPage } from './rules-page.js';
import { settingsPage } from './settings-page.js';
import { root } from './source.js';
import { templatePage } from './template-page.js';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Every page that is made from the code, by its path, as it is to be committed. */
export async function references() {
  const files = {
    'docs/gallery.md': galleryPage(),
    'docs/reference/cli.md': cliPage(),
    'docs/reference/config.md': configPage(),
    'docs/reference/doctor.md': doctorPage(),
    'docs/reference/http.md': httpPage(),
    'docs/reference/lint.md': lintPage(),
    'docs/reference/settings.md': settingsPage(),
    'docs/reference/template.md': templatePage(),
    'docs/openapi.json': JSON.stringify(openapi(version)),
  };
  const entries = Object.entries(files).map(async ([path, text]) => {
    const filepath = join(root, path);
    return [path, await format(text, { ...(await resolveConfig(filepath)), filepath })];
  });
  return Object.fromEntries(await Promise.all(entries));
}
