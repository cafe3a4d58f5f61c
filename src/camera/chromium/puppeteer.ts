/** Takes a third of a second, which a cold start spends better while Chromium is unpacked. */
export function loadPuppeteer() {
  return import('puppeteer-core');
}
