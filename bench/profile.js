// Where the CPU of a card goes, by process and thread: node bench/profile.js [template] [cards].
// With a third argument Chromium's own trace is written there too; ui.perfetto.dev opens it.
import { writeFileSync } from 'node:fs';
import { findChromium } from '../dist/src/camera/chromium/binary.js';
import { launchChromium } from '../dist/src/camera/chromium/launch.js';
import { expectedSandbox } from '../dist/src/camera/chromium/sandbox.js';
import { CardPage } from '../dist/src/camera/page/card-page.js';
import { readConfig } from '../dist/src/config.js';
import { Cardstock } from '../dist/src/index.js';
import { openTemporaryFolder } from '../dist/src/system/temporary-folder.js';
import { templates } from '../dist/templates/index.js';
import { titleOf } from './card.js';
import { threadTimes } from './process-tree.js';
import { referenceTemplate } from './template.js';

const [name = 'reference', count = '100', traceFile] = process.argv.slice(2);
const cards = Number(count);
const jpeg = { format: 'jpeg', quality: 90 };

const config = readConfig({}, {});
const temporaryFolder = openTemporaryFolder(config.temporaryFolder);
const binary = await (await findChromium(config, temporaryFolder)).prepare();
const sandbox = expectedSandbox(config).isOn;
const running = await launchChromium(binary, { ...config, temporaryFolder, sandbox });
const cardstock = new Cardstock({ templates: [referenceTemplate, ...templates] });
try {
  await profile(await CardPage.open(running.browser, binary.kind, { pipe: running.pipe }));
} finally {
  running.kill();
  await cardstock.close();
}

async function profile(page) {
  const documents = [];
  for (let card = 0; card < cards; card++) documents.push(await documentOf(card));
  for (const document of documents.slice(0, 10)) await page.take(document, jpeg);
  const before = [threadTimes(running.pid), process.cpuUsage()];
  for (const document of documents) await page.take(document, jpeg);
  report(before, threadTimes(running.pid));
  if (traceFile) await trace(() => page.take(documents[1], jpeg));
}

async function documentOf(card) {
  const title = titleOf(card);
  const [example] = Object.values(templates.find((each) => each.name === name)?.examples ?? { none: {} });
  const words = ['title', 'headline', 'quote', 'name'].find((prop) => prop in example) ?? 'title';
  return (await cardstock.draft({ template: name, props: { ...example, [words]: title } })).document;
}

function report([before, ownBefore], after) {
  const { user, system } = process.cpuUsage(ownBefore);
  const rows = [...after].map(([thread, ms]) => [thread, (ms - (before.get(thread) ?? 0)) / cards]);
  const all = [['node', (user + system) / 1000 / cards], ...rows].sort(([, one], [, other]) => other - one);
  console.log(`${name}, ${cards} cards: CPU ms a card`);
  for (const [thread, ms] of all.filter(([, ms]) => ms > 0.05)) {
    console.log(`${ms.toFixed(2).padStart(8)} ${thread}`);
  }
  console.log(
    `${all
      .reduce((sum, [, ms]) => sum + ms, 0)
      .toFixed(2)
      .padStart(8)} in all`,
  );
}

async function trace(work) {
  const session = await running.browser.target().createCDPSession();
  const traceEvents = [];
  session.on('Tracing.dataCollected', ({ value }) => traceEvents.push(...value));
  const includedCategories = ['toplevel', 'cc', 'viz', 'blink', 'skia', 'devtools', 'devtools.timeline'];
  await session.send('Tracing.start', { traceConfig: { includedCategories } });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  writeFileSync(traceFile, JSON.stringify({ traceEvents }));
  console.log(`${traceEvents.length} events of one card in ${traceFile}`);
}
