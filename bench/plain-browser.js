import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
import { height, width } from './card.js';
import { atEnd } from './endings.js';

/** puppeteer-core and @sparticuz/chromium as their READMEs put them together. */
export async function launchPlainBrowser() {
  const browser = await puppeteer.launch({
    args: chromium.args,
    executablePath: await chromium.executablePath(),
    headless: 'shell',
    defaultViewport: { width, height },
    handleSIGINT: false, // puppeteer would end this process before we have tidied up
    handleSIGTERM: false,
  });
  return { browser, close: atEnd(() => browser.close()) };
}
