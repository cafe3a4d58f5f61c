import { titleOf } from './card.js';
import { answerParent } from './child.js';
import { atEnd } from './endings.js';

/** Time that went by since the last look, and in all. */
function stopwatch() {
  const start = performance.now();
  let last = start;
  return {
    lap() {
      const lap = performance.now() - last;
      last += lap;
      return lap;
    },
    totals: () => ({ totalMs: performance.now() - start, sinceProcessStartMs: performance.now() }),
  };
}

const ways = {
  async cardstock() {
    const watch = stopwatch();
    const { Cardstock } = await import('../dist/bundled/index.js'); // what functions load, and as they do
    const { templates } = await import('../dist/bundled/templates.js');
    const { referenceWith } = await import('./reference.js');
    const importMs = watch.lap();
    const { props } = templates.find(({ name }) => name === 'article');
    const cardstock = new Cardstock({ templates: [referenceWith(props)] });
    const close = atEnd(() => cardstock.close());
    cardstock.warm().catch(() => {});
    const { timings } = await cardstock.render({ template: 'reference', props: { title: titleOf(0) } });
    const { coldStartMs, frameMs, encodeMs } = timings;
    return { phases: { importMs, coldStartMs, frameMs, encodeMs, ...watch.totals() }, close };
  },

  async sparticuz() {
    const { referencePage } = await import('./page.js'); // before the clock: it is not theirs
    const html = referencePage(titleOf(0));
    const watch = stopwatch();
    const { launchPlainBrowser } = await import('./plain-browser.js');
    const importMs = watch.lap();
    const { browser, close } = await launchPlainBrowser();
    const coldStartMs = watch.lap();
    const page = await browser.newPage();
    await page.setContent(html);
    await page.screenshot({ type: 'jpeg', quality: 90 });
    return { phases: { importMs, coldStartMs, frameMs: watch.lap(), encodeMs: 0, ...watch.totals() }, close };
  },
};

const { phases, close } = await ways[process.argv[2]]();
await answerParent(phases, close);
