import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPictures, writeSamples } from './samples.js';
import { root } from './source.js';

const folderOfPages = join(root, 'docs/design');

/**
 * The cards that the pages on design show, drawn by the code that these pages show. Pages share a
 * project, and so a browser; where Tailwind is on, its page has one to itself.
 *
 * @param openProject Of the package that is asked.
 * @returns The bytes of each, by its path below `docs/images`.
 */
export async function designPictures(openProject) {
  const names = (await readdir(folderOfPages)).sort();
  const pages = await Promise.all(names.map((name) => readFile(join(folderOfPages, name), 'utf8')));
  const projects = [...Map.groupBy(pages, (page) => page.includes('tailwind: true')).values()];
  return Object.assign({}, ...(await Promise.all(projects.map((group) => drawProject(group, openProject)))));
}

async function drawProject(pages, openProject) {
  const folder = await mkdtemp(join(tmpdir(), 'cardstock-samples-'));
  try {
    for (const page of pages) await writeSamples(page, folder);
    const cardstock = await openProject(folder);
    try {
      return await draw(pages.flatMap(readPictures), cardstock);
    } finally {
      await cardstock.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function draw(wanted, cardstock) {
  const pictures = {};
  for (const { file, template, example = firstExample(cardstock, template) } of wanted) {
    const { bytes } = await cardstock.render({ template, example, props: {}, format: 'webp' });
    pictures[file] = bytes;
  }
  return pictures;
}

function firstExample({ templates }, name) {
  const template = [...templates].find((one) => one.name === name);
  if (!template) throw new Error(`No page has a template ${name}`);
  return Object.keys(template.examples)[0];
}
