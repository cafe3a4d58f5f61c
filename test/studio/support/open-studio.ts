import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type KeyInput, launch, type Page } from 'puppeteer-core';
import { chromiumBinary } from '../../support/browsers.ts';
import { launchServer, type StartedServer } from '../../support/started-server.ts';
import { StudioProject } from './project.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const card = '.frame img.card';
/** Longer than the page waits before it writes its address. */
const quietMs = 400;

interface Opened {
  readonly project: StudioProject;
  readonly server: StartedServer;
  readonly browser: Browser;
  readonly page: Page;
}

/** `cardstock start` in a project of its own, and its page in a browser as anyone would open it. */
export class OpenStudio {
  readonly project: StudioProject;
  readonly server: StartedServer;
  readonly page: Page;
  /** What the page has complained of. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;

  private constructor({ project, server, browser, page }: Opened) {
    this.project = project;
    this.server = server;
    this.page = page;
    this.#browser = browser;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      const isRefusal = message.text().startsWith('Failed to load resource'); // of a card that is wrong
      if (message.type() === 'error' && !isRefusal) this.complaints.push(message.text());
    });
  }

  static async open(): Promise<OpenStudio> {
    const project = new StudioProject();
    const [server, { executablePath }] = await Promise.all([
      launchServer({ folder: project.folder, options: ['--site-folder', 'site'] }),
      chromiumBinary(),
    ]);
    const browser = await launch({ executablePath, headless: 'shell', pipe: true, args: ['--no-sandbox'] });
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    return new OpenStudio({ project, server, browser, page });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.stop();
    this.project.remove();
  }

  async show(query: string): Promise<void> {
    await this.page.goto(`${this.server.origin}/${query}`);
    await this.page.waitForSelector(/mode=stress|nope/.test(query) ? '.canvas *' : card);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.waitForSelector(card);
  }

  /** Waits until the address says what is shown. */
  async settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, quietMs));
  }

  async picture(): Promise<{ url: string; pixels: Uint8Array }> {
    const element = await this.page.waitForSelector(card);
    const pixels = await element!.screenshot();
    return { url: await element!.evaluate((image) => image.src), pixels };
  }

  async nextPicture(url: string): Promise<void> {
    const isOther = (selector: string, last: string) =>
      document.querySelector<HTMLImageElement>(selector)?.src !== last &&
      document.querySelector('.stage')?.getAttribute('aria-busy') !== 'true';
    await this.page.waitForFunction(isOther, {}, card, url);
  }

  alt(): Promise<string> {
    return this.page.$eval(card, (image) => image.alt);
  }

  /** Of the picture itself, however large it is shown. */
  shownSize(): Promise<number[]> {
    return this.page.$eval(card, (image) => {
      const { naturalWidth, naturalHeight } = image;
      return [naturalWidth, naturalHeight];
    });
  }

  /** How the props differ from those of the example, by the address. */
  props(): Record<string, unknown> {
    const query = new URL(this.page.url()).searchParams;
    return JSON.parse(query.get('props') ?? '{}') as Record<string, unknown>;
  }

  /** At the end of what is there. */
  async type(prop: string, text: string): Promise<void> {
    await this.typeInto(`[data-prop="${prop}"] :is(input, textarea)`, text);
  }

  async typeInto(selector: string, text: string): Promise<void> {
    await this.click(selector);
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(text);
  }

  async clear(prop: string): Promise<void> {
    await this.page.$eval(`[data-prop="${prop}"] :is(input, textarea)`, (element) =>
      (element as HTMLInputElement).select(),
    );
    await this.page.keyboard.press('Delete');
  }

  /** As a picker does. */
  async fill(selector: string, value: string): Promise<void> {
    await this.page.$eval(
      selector,
      (element, text) => {
        (element as HTMLInputElement).value = text;
        element.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      value,
    );
  }

  async click(selector: string): Promise<void> {
    const element = await this.page.waitForSelector(selector);
    await element!.evaluate((each) => each.scrollIntoView({ block: 'center' }));
    await element!.click();
  }

  /** From the middle of one to the middle of the other. */
  async drag(from: string, to: string): Promise<void> {
    const grip = await this.page.waitForSelector(from);
    await grip!.evaluate((each) => each.scrollIntoView({ block: 'center' }));
    await grip!.hover();
    await this.page.mouse.down();
    await this.page.hover(to);
    await this.page.mouse.up();
  }

  /** Keys, one after the other, that are typed into no field. */
  async press(...keys: KeyInput[]): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Lets a picture fall onto a control. */
  async drop(prop: string): Promise<void> {
    await this.page.$eval(`[data-prop="${prop}"] .picture`, async (element) => {
      const canvas = new OffscreenCanvas(300, 200);
      canvas.getContext('2d')!.fillRect(0, 0, 300, 200);
      const files = new DataTransfer();
      files.items.add(new File([await canvas.convertToBlob()], 'black.png', { type: 'image/png' }));
      element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }));
    });
  }

  problem(prop: string): Promise<string> {
    return this.text(`[data-prop="${prop}"] .problem`);
  }

  value(prop: string): Promise<string> {
    const selector = `[data-prop="${prop}"] :is(input, textarea)`;
    return this.page.$eval(selector, (element) => (element as HTMLInputElement).value);
  }

  text(selector: string): Promise<string> {
    return this.page.evaluate((each) => document.querySelector(each)?.textContent ?? '', selector);
  }

  count(selector: string): Promise<number> {
    return this.page.$$eval(selector, (elements) => elements.length);
  }

  /** What has the focus, and whether one sees that. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const said = element.getAttribute('aria-label') ?? element.id ?? '';
      const { outlineStyle } = getComputedStyle(element.nextElementSibling ?? element);
      const isSeen = getComputedStyle(element).outlineStyle !== 'none' || outlineStyle !== 'none';
      const prop = element.closest('[data-prop]')?.getAttribute('data-prop') ?? '';
      const isOwn = element !== document.body && element.shadowRoot === null;
      return `${said} ${element.textContent} ${prop}${isSeen || !isOwn ? '' : ' unseen'}`;
    });
  }

  /** Each fault with the first element that has it. */
  async axe(): Promise<string[]> {
    await this.page.evaluate(axe);
    return this.page.evaluate(async () => {
      const { violations } = await (window as unknown as Axe).axe.run();
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`,
      );
    });
  }

  /** What reaches out of the window to the right and cannot be scrolled to. */
  beyondEdge(): Promise<string[]> {
    return this.page.evaluate(() => {
      const scrolled = '.toolbar, .tabs, .templates ul, .canvas, .unseen, pre';
      return Array.from(document.querySelectorAll('body *'))
        .filter((element) => !element.closest(scrolled))
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => `${element.tagName} ${element.className}`);
    });
  }
}

interface Axe {
  readonly axe: {
    run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
  };
}
