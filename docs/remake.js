// Remakes what the README shows: a picture of each template, the gallery's rows, a page's tags, the settings.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '../dist/src/config.js';
import { buildSite, Cardstock } from '../dist/src/index.js';
import { templates } from '../dist/templates/index.js';
import { drawWays } from './draw.js';
import { drawSheets } from './example-sites.js';
import { builtExamplePage } from './example-page.js';

const root = join(import.meta.dirname, '..');
const images = join(root, 'docs/images');
const readme = join(root, 'README.md');

const cardstock = new Cardstock({ templates, config: { allowUnsigned: true } });

/** Puts text between two marks of the README. */
function between(text, start, end, content) {
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(end, from);
  if (from < start.length || to < 0) throw new Error(`README.md lacks "${start}" … "${end}"`);
  return `${text.slice(0, from)}${content}${text.slice(to)}`;
}

/** The rows of a table in Markdown, below its head. */
function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `\n\n${lines.join('\n')}\n\n`;
}

function row({ name, description }) {
  const image = `<img src="docs/images/${name}-short.jpg" width="240" alt="The template ${name}">`;
  return [`\`${name}\``, description, image];
}

for (const template of templates) {
  const { bytes } = await cardstock.render({ template: template.name, props: template.examples.short });
  await writeFile(join(images, `${template.name}-short.jpg`), bytes);
}
const { html, image } = await builtExamplePage(buildSite);
await writeFile(join(images, 'fog.jpg'), image);
await drawWays(images);
await drawSheets(buildSite, images);
await cardstock.close();

const tags = `\n\n\`\`\`html\n${html}\n\`\`\`\n\n`;
let text = await readFile(readme, 'utf8');
text = between(text, '<!-- tags of examples/html/public/fog.html -->', '<!-- end -->', tags);
text = between(
  text,
  '<!-- templates -->',
  '<!-- end -->',
  table(['template', 'for', ''], templates.map(row)),
);
const settingRows = Object.values(settings).map((setting) => [
  `\`${setting.variable}\``,
  setting.shownDefault,
  setting.about,
]);
text = between(text, '<!-- settings -->', '<!-- end -->', table(['variable', 'default', ''], settingRows));
await writeFile(readme, text);
