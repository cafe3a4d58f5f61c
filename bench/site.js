import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { titleOf } from './card.js';

/**
 * A site of so many pages: built anew, beside the same cards through the engine alone, then
 * built again without a change and with one. Seconds.
 */
export async function measureSite({ pages }) {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const titles = Array.from({ length: pages }, (_, index) => titleOf(index));
  titles.forEach((title, index) => writePage(folder, index, title));
  const engine = await timed(() => renderAll(titles));
  const first = await timed(() => build(folder));
  const unchanged = await timed(() => build(folder));
  writePage(folder, 0, 'Another title than before');
  const oneChanged = await timed(() => build(folder));
  return {
    engineSeconds: engine.seconds,
    firstSeconds: first.seconds,
    unchangedSeconds: unchanged.seconds,
    unchangedMade: unchanged.result.made,
    oneChangedSeconds: oneChanged.seconds,
    oneChangedMade: oneChanged.result.made,
  };
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

async function build(folder) {
  const { buildSite } = await import('../dist/src/index.js');
  const cacheFolder = join(folder, '.cache');
  return buildSite({ folder, site: 'https://example.com', projectFolder: folder, cacheFolder });
}

/** As many at once as there are browsers, and one more for each that waits. */
async function renderAll(titles) {
  const { Cardstock } = await import('../dist/src/index.js');
  const { article } = await import('../dist/templates/article.js');
  const cardstock = new Cardstock({ templates: [article] });
  const queue = titles[Symbol.iterator]();
  const worker = async () => {
    for (const title of queue) {
      await cardstock.render({
        template: 'article',
        props: { title, author: 'Ada Lovelace', date: '2026-11-01' },
      });
    }
  };
  await Promise.all(Array.from({ length: cardstock.config.browsers * 2 }, worker));
  await cardstock.close();
}

function writePage(folder, index, title) {
  mkdirSync(join(folder, `section-${index % 20}`), { recursive: true });
  const paragraphs = `<p>${'Some words of a page that somebody wrote. '.repeat(12)}</p>\n`.repeat(20);
  writeFileSync(
    join(folder, `section-${index % 20}`, `page-${index}.html`),
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n` +
      `<meta name="author" content="Ada Lovelace">\n<meta property="article:published_time" content="2026-11-01">\n` +
      `</head>\n<body><h1>${title}</h1>\n${paragraphs}</body>\n</html>\n`,
  );
}
