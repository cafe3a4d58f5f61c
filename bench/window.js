import { titleOf } from './card.js';
import { atEnd } from './endings.js';
import { processTree, threadMs } from './process-tree.js';
import { median } from './stats.js';

/** What the renderer's main thread spends on a card, in a window that is new and in one that is old. */
export async function measureWindow({ cards, block }) {
  if (process.platform !== 'linux') return undefined;
  const { Cardstock } = await import('../dist/src/index.js');
  const { templates } = await import('../dist/templates/index.js');
  const cardstock = new Cardstock({ templates, config: { browsers: 1, recycleAfter: 10 * cards } });
  const close = atEnd(() => cardstock.close());
  // Two templates in turn: each card is a document of its own, which is where a window grows old.
  const take = (card) =>
    cardstock.render({
      template: card % 2 ? 'article' : 'plain',
      props: { title: titleOf(card) },
    });
  const blocks = [];
  for (let card = 0; card < 10; card++) await take(card);
  for (let card = 10; card < cards; card += block) {
    const before = rendererMs();
    for (let each = 0; each < block; each++) await take(card + each);
    blocks.push((rendererMs() - before) / block);
  }
  await close();
  // One block alone is as noisy as the machine is.
  return { firstMs: median(blocks.slice(0, 3)), lastMs: median(blocks.slice(-3)) };
}

function rendererMs() {
  return processTree(process.pid).reduce((sum, pid) => sum + threadMs(pid, '--type=renderer'), 0);
}
