/* global window, document, addEventListener, MutationObserver, requestAnimationFrame */
// Types 2,000 letters into the studio (or as many as the first argument says) in a real browser,
// and saves its template now and then: how long until the picture is there, and does anything grow?
import { launch } from 'puppeteer-core';
import { findChromium } from '../dist/src/camera/chromium/binary.js';
import { readConfig } from '../dist/src/config.js';
import { openTemporaryFolder } from '../dist/src/system/temporary-folder.js';
import { processTree, proportionalSetSize } from './process-tree.js';
import { median, percentile } from './stats.js';
import { openStudioProject } from './studio-project.js';

const letters = Number(process.argv[2] ?? 2_000);
const steps = 8;
const saves = 20;
const lettersInTitle = 30;

/** Runs in the page: when it is told of a key, and when another picture is on the screen. */
function watchPictures() {
  window.typedAt = 0;
  window.shownAt = [];
  addEventListener('keydown', () => (window.typedAt = performance.now()), true);
  let last = '';
  new MutationObserver(() => {
    const url = document.querySelector('.frame img.card')?.src;
    if (!url || url === last) return;
    last = url;
    requestAnimationFrame(() =>
      window.shownAt.push({ afterKeyMs: performance.now() - window.typedAt, at: Date.now() }),
    );
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['src'] });
}

async function nextPicture(page, act) {
  const count = await page.evaluate(() => window.shownAt.length);
  await act();
  await page.waitForFunction((before) => window.shownAt.length > before, { polling: 10 }, count);
  return page.evaluate(() => window.shownAt.at(-1));
}

/** No title comes twice, for a picture that is kept says nothing of drawing. */
async function type(page, index) {
  if (index % lettersInTitle === 0) await page.$eval('[data-prop=title] textarea', (field) => field.select());
  const letter = String.fromCharCode(97 + Math.floor(Math.random() * 26));
  return (await nextPicture(page, () => page.keyboard.press(letter))).afterKeyMs;
}

async function look(server, browser, session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  const weigh = (pids) => pids.reduce((sum, pid) => sum + proportionalSetSize(pid), 0) / 1e6;
  const serverMegabytes = weigh([server.pid]).toFixed(0);
  const treeMegabytes = weigh(processTree(server.pid)).toFixed(0);
  const pageMegabytes = weigh(processTree(browser.process().pid)).toFixed(0);
  return `server ${serverMegabytes} MB, with its browser ${treeMegabytes} MB; page: heap ${(usedSize / 1e6).toFixed(1)} MB, ${nodes} nodes, its browser ${pageMegabytes} MB`;
}

function said(name, times) {
  return `${name}: p50 ${median(times).toFixed(0)} ms, p95 ${percentile(times, 95).toFixed(0)} ms of ${times.length}`;
}

const project = await openStudioProject();
const config = readConfig({});
const source = await findChromium(config, openTemporaryFolder(config.temporaryFolder));
const { executablePath } = await source.prepare();
const browser = await launch({ executablePath, headless: 'shell', pipe: true, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.evaluateOnNewDocument(watchPictures);
  await page.goto(project.origin);
  await page.waitForSelector('.frame img.card');
  await page.click('[data-prop=title] textarea');
  const session = await page.createCDPSession();

  const typed = [];
  for (let index = 0; index < letters; index += 1) {
    if (index === 100 || (index > 100 && index % Math.ceil(letters / steps) === 0)) {
      console.log(`${index} letters: ${await look(project, browser, session)}`);
    }
    typed.push(await type(page, index));
  }
  console.log(`${letters} letters: ${await look(project, browser, session)}`);

  const saved = [];
  for (let index = 0; index < saves; index += 1) {
    let at = 0;
    const shown = await nextPicture(page, () => {
      at = Date.now();
      project.save(index);
    });
    saved.push(shown.at - at);
  }
  console.log(said('key typed → picture', typed.slice(100)));
  console.log(said('file saved → picture', saved));
} finally {
  await browser.close();
  await project.close();
}
