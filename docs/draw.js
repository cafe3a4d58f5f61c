// Draws the two ways through the code, as SVG: `make docs` writes them to docs/images.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const box = { width: 190, height: 84, gap: 36, perRow: 4 };
const margin = 12;

/** Each step: its name, where it lives, what it makes. */
const ways = {
  request: [
    ['parse', 'serve/http', 'URL → address'],
    ['authorize', 'serve/url', 'or 403, before any look-up'],
    ['resolve', 'card', 'template, checked props'],
    ['illustrate', 'card/pictures', 'addresses → pictures'],
    ['render', 'card, card/fonts', 'HTML and its fonts'],
    ['key', 'card', 'a hash of all that shows'],
    ['find', 'serve/cache', 'in memory or the store'],
    ['take', 'camera', 'its picture, if it has none'],
  ],
  build: [
    ['read', 'site/read', 'what each page says'],
    ['survey', 'site/survey', 'what the site says'],
    ['judge', 'site/judge', 'what is the page’s own'],
    ['choose', 'site/build', 'page → card'],
    ['draft', 'cardstock.ts', 'document and key'],
    ['develop', 'camera', 'the picture, if it is new'],
    ['tag', 'site/tags', 'what the page lacks'],
    ['inject', 'site/read/html', 'into its bytes, as bytes'],
  ],
};

const style = `
    text { font: 13px system-ui, sans-serif; fill: #17181c; text-anchor: middle }
    .name { font-size: 17px; font-weight: 600 }
    .where { font-family: ui-monospace, monospace; font-size: 11.5px; fill: #a3391d }
    rect { fill: #f7f4ed; stroke: #17181c; stroke-width: 1.2 }
    path { fill: none; stroke: #17181c; stroke-width: 1.4; marker-end: url(#head) }
    marker path { fill: #17181c; marker-end: none }
    @media (prefers-color-scheme: dark) {
      text { fill: #f5f2ea } .where { fill: #ff9d7f } rect { fill: #1d2027; stroke: #8d8f96 }
      path { stroke: #c9cad0 } marker path { fill: #c9cad0 }
    }`;

/** Rows run from the left; an arrow leads from the end of one to the start of the next. */
function draw(steps) {
  const at = (index) => ({
    x: margin + (index % box.perRow) * (box.width + box.gap),
    y: margin + Math.floor(index / box.perRow) * (box.height + box.gap),
  });
  const boxes = steps.map(([name, where, makes], index) => {
    const { x, y } = at(index);
    const middle = x + box.width / 2;
    return `  <rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="8"/>
  <text class="name" x="${middle}" y="${y + 28}">${name}</text>
  <text class="where" x="${middle}" y="${y + 48}">${where}</text>
  <text x="${middle}" y="${y + 69}">${makes}</text>`;
  });
  const arrows = steps.slice(1).map((_step, index) => {
    const [from, to] = [at(index), at(index + 1)];
    const y = from.y + box.height / 2;
    if (from.y === to.y) return `  <path d="M${from.x + box.width + 4} ${y}H${to.x - 8}"/>`;
    const [start, end] = [from.x + box.width / 2, to.x + box.width / 2];
    const between = from.y + box.height + box.gap / 2;
    return `  <path d="M${start} ${from.y + box.height + 4}V${between}H${end}V${to.y - 8}"/>`;
  });
  const width = 2 * margin + box.perRow * (box.width + box.gap) - box.gap;
  const height = 2 * margin + Math.ceil(steps.length / box.perRow) * (box.height + box.gap) - box.gap;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
  <style>${style}
  </style>
  <marker id="head" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>
${[...boxes, ...arrows].join('\n')}
</svg>
`;
}

export async function drawWays(folder) {
  for (const [name, steps] of Object.entries(ways)) await writeFile(join(folder, `${name}.svg`), draw(steps));
}
