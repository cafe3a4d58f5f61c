// Remakes what the documents show: pictures of templates and samples, a page's tags, all references.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { buildSite, Cardstock, openProject } from '../dist/src/index.js';
import { templates } from '../dist/templates/index.js';
import { drawWays } from './draw.js';
import { builtExamplePage } from './example-page.js';
import { drawSheets } from './example-sites.js';
import { designPictures } from './remake/design-pictures.js';
import { references } from './remake/references.js';
import { root } from './remake/source.js';

const images = join(root, 'docs/images');

async function write(path, content) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** Of each design its first example, as it is and small. */
async function drawTemplates() {
  const cardstock = new Cardstock({ templates, config: { allowUnsigned: true } });
  for (const { name, examples } of templates) {
    const { bytes } = await cardstock.render({ template: name, props: examples.short });
    await write(join(images, `${name}-short.jpg`), bytes);
    await write(
      join(images, `small/${name}.webp`),
      await sharp(bytes).resize(720).webp({ quality: 82 }).toBuffer(),
    );
  }
  await cardstock.close();
}

/** A page that was built, and the tags that it got. */
async function drawExamplePage() {
  const { html, image } = await builtExamplePage(buildSite);
  await write(join(images, 'fog.jpg'), image);
  const path = join(root, 'docs/start/html.md');
  const tags = `<!-- tags of examples/html/public/fog.html -->\n\n<!-- prettier-ignore -->\n\`\`\`html\n${html}\n\`\`\`\n\n<!-- end -->`;
  const page = await readFile(path, 'utf8');
  await write(
    path,
    page.replace(/<!-- tags of [\s\S]*?<!-- end -->/, () => tags),
  );
}

await drawTemplates();
await drawExamplePage();
await drawWays(images);
await drawSheets(buildSite, images);
for (const [file, bytes] of Object.entries(await designPictures(openProject))) {
  await write(join(images, file), bytes);
}
for (const [file, text] of Object.entries(await references())) await write(join(root, file), text);
