import { expect, it } from 'vitest';
import { rendererFiles, sharedFiles } from '../../src/project/included-files.ts';
import { settings } from '../support/netlify-bundle.ts';

const below = (globs: readonly string[]) => globs.map((glob) => `node_modules/${glob}`);

it('the functions of a project bring what those of this repository bring', () => {
  const { included_files: shared, 'gen-opengraph-image': renderer } = settings.functions;
  expect(below(sharedFiles)).toEqual(shared.filter((glob) => glob.startsWith('node_modules/')));
  expect(below(rendererFiles)).toEqual(renderer.included_files);
});
