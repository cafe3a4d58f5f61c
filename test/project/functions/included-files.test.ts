import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { packBrowser } from '../../../src/camera/chromium/pack-browser.ts';
import {
  browserFiles,
  escapeGlob,
  shippedFonts,
  syllableFiles,
} from '../../../src/project/functions/included-files.ts';
import { root, settings } from '../../support/netlify-bundle.ts';

const filesOf = (globs: readonly string[]) =>
  globSync([...globs])
    .map((file) => relative(root, file))
    .sort();
const below = (globs: readonly string[]) =>
  globs.filter((glob) => glob.startsWith('node_modules/')).map((glob) => join(escapeGlob(root), glob));

it('the functions of a project bring what those of this repository bring', async () => {
  await packBrowser();
  const { included_files: shared, 'gen-opengraph-image': renderer } = settings.functions;
  expect(filesOf(shippedFonts()).length).toBeGreaterThan(300);
  expect(filesOf(syllableFiles()).length).toBeGreaterThan(60);
  expect(filesOf([...shippedFonts(), ...syllableFiles()])).toEqual(filesOf(below(shared)));
  expect(filesOf(browserFiles())).toEqual(filesOf(below(renderer.included_files)));
});
