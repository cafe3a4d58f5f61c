import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CardPage } from '../../../src/camera/page/card-page.ts';
import { unpackFontconfig } from '../../../src/camera/chromium/archives.ts';
import { chooseFonts, type FontUse } from '../../../src/card/fonts/faces.ts';
import { asItIs, chromiumBinary, openCamera, startBrowser } from '../../support/browsers.ts';
import { fingerprint, ordinaryCard, rawCard } from '../../support/cards.ts';
import { countPixels, meanDifference } from '../../support/pixels.ts';
import { browserPids, familyOf, type Process } from '../../support/processes.ts';

afterEach(() => vi.unstubAllEnvs());

const fontFaces = (uses: FontUse[], text: string) => [...chooseFonts(uses, text, 'en').faces];

async function openPage(settings: Parameters<typeof startBrowser>[0] = {}) {
  const { browser, pid } = await startBrowser(settings);
  return { page: await CardPage.open(browser, settings.chromePath ? 'chrome' : 'headless-shell'), pid };
}

/** Each weight in each script: 54 fonts, more than the page has ready by the first frame. */
function manyFonts() {
  const weights = [100, 200, 300, 400, 500, 600, 700, 800, 900];
  const text = 'Hello Žluť Ελληνικά Кириллица tiếng ἀρχή';
  const lines = weights.map((weight) => `<p style="margin:0;font:${weight} 40px Inter">${text}`);
  const faces = fontFaces([{ family: 'Inter', weights }], text);
  return rawCard(`<!doctype html><meta charset="utf-8">${lines.join('')}`, 'og', faces);
}

describe('a browser', () => {
  test('is two processes where it has no sandbox', async () => {
    const { page, pid } = await openPage({ sandbox: 'off' });
    await page.take(await ordinaryCard('Hello'), asItIs);
    expect(familyOf(pid)).toHaveLength(2);
  });

  test('inherits no secret of ours', async () => {
    vi.stubEnv('CLOUDINARY_API_SECRET', 'hunter2');
    vi.stubEnv('OG_SECRETS', 'hunter2');
    const { page, pid } = await openPage();
    await page.take(await ordinaryCard('Hello'), asItIs);
    const family = familyOf(pid);
    expect(family.length).toBeGreaterThan(1);
    for (const process of family) {
      const environment = readFileSync(`/proc/${process.pid}/environ`, 'latin1');
      expect(environment).not.toContain('hunter2');
      expect(environment).not.toMatch(/SECRET|CLOUDINARY|NETLIFY|npm_/);
    }
  });

  test('writes no core file, whatever the limits of the shell that started us', async () => {
    const { pid } = await openPage();
    for (const process of familyOf(pid)) {
      expect(readFileSync(`/proc/${process.pid}/limits`, 'utf8')).toMatch(/Max core file size\s+0\s+0/);
    }
  });
});

describe('the fonts of the host', () => {
  test('are never asked, wherever the host says they are', async () => {
    const card = rawCard('<!doctype html><p style="font:80px Leaked, serif">Hamburgefonts');
    const before = fingerprint(await (await openPage()).page.take(card, asItIs));
    const folder = mkdtempSync(join(tmpdir(), 'cardstock-fonts-'));
    try {
      // What a host's fontconfig would be: another one, with another font.
      const conf = await unpackFontconfig(folder);
      for (const style of ['Regular', 'Italic']) {
        rmSync(join(dirname(conf), `fonts/Open_Sans/OpenSans-${style}.ttf`));
      }
      for (const variable of ['FONTCONFIG_FILE', 'FONTCONFIG_PATH', 'HOME', 'XDG_DATA_HOME']) {
        vi.stubEnv(variable, variable === 'FONTCONFIG_FILE' ? conf : folder);
      }
      expect(fingerprint(await (await openPage()).page.take(card, asItIs))).toBe(before);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('text that no font of ours covers still finds a font, so that Chromium lives', async () => {
    const { page } = await openPage();
    const picture = await page.take(rawCard('<!doctype html><p style="font:80px Nothing">Hello'), asItIs);
    expect(await countPixels(picture, [0, 0, 0])).toBeGreaterThan(1_000);
  });
});

describe('a card is settled before its picture is taken', () => {
  test('the first card of a browser has all its text, as the second has', async () => {
    const card = manyFonts();
    const prints = new Set<string>();
    for (let browsers = 0; browsers < 4; browsers++) {
      const { page } = await openPage();
      prints.add(fingerprint(await page.take(card, asItIs)));
      prints.add(fingerprint(await page.take(card, asItIs)));
    }
    expect(prints.size).toBe(1);
  });

  test('a card sees its own fonts, whatever cards came before it', async () => {
    const markup = '<!doctype html><p style="margin:0;font:700 90px Inter,serif">Bold or not';
    const one = rawCard(markup, 'og', fontFaces([{ family: 'Inter', weights: [400] }], 'a'));
    const both = rawCard(markup, 'og', fontFaces([{ family: 'Inter', weights: [400, 700] }], 'a'));
    const none = rawCard(markup);
    const { page } = await openPage();
    const take = async (card: typeof one) => fingerprint(await page.take(card, asItIs));
    const first = [await take(one), await take(both), await take(none)];
    expect(new Set(first).size).toBe(3);
    expect([await take(one), await take(both), await take(none)]).toEqual(first);
    expect([await take(none), await take(both), await take(one)]).toEqual(first.toReversed());
  });

  test.each([
    '日本語のタイトル',
    '中文标题',
    '한국어 제목',
    'مرحبا بالعالم',
    'שלום עולם',
    'हिन्दी क्षेत्र',
    'বাংলা ভাষা',
    'தமிழ் மொழி',
    'ภาษาไทย',
    '∑ ∫ 𝒳 ♞',
    '😀 👩‍👩‍👧‍👦 👍🏽 🇯🇵',
    '❤️ 1️⃣',
  ])('%s is drawn with fonts of its own', async (title) => {
    const card = await ordinaryCard(title);
    const { page } = await openPage();
    const own = await page.take(card, asItIs);
    const boxes = await page.take(
      { ...card, faces: card.faces.filter(({ id }) => id.includes('inter-')) },
      asItIs,
    );
    expect(await meanDifference(own, boxes)).toBeGreaterThan(0.2);
    expect(card.missingGlyphs).toEqual([]);
  });

  test('and the hundredth has the fonts of the first', async () => {
    const card = await ordinaryCard('One of many');
    const { page } = await openPage();
    const prints = new Set<string>();
    for (let cards = 0; cards < 105; cards++) prints.add(fingerprint(await page.take(card, asItIs)));
    expect(prints.size).toBe(1);
  });

  test('pictures in the markup and in the CSS are in it', async () => {
    const picture = async (background: string) => {
      const bytes = await sharp({ create: { width: 600, height: 600, channels: 3, background } })
        .png()
        .toBuffer();
      return `data:image/png;base64,${bytes.toString('base64')}`;
    };
    const html = `<!doctype html><style>body{margin:0;display:flex}div{width:600px;height:600px;background:url(${await picture('#0000ff')})}</style><img src="${await picture('#00ff00')}"><div></div>`;
    const shot = await (await openPage()).page.take(rawCard(html), asItIs);
    expect(await countPixels(shot, [0, 255, 0])).toBe(360_000);
    expect(await countPixels(shot, [0, 0, 255])).toBe(360_000);
  });

  test('an animation does not make the picture a matter of luck', async () => {
    const card = await ordinaryCard('Still');
    const moving = {
      ...card,
      html: card.html.replace(
        '</style>',
        '@keyframes a{to{opacity:0}}h1{animation:a 1s -500ms infinite alternate}</style>',
      ),
    };
    const { page } = await openPage();
    expect(fingerprint(await page.take(moving, asItIs))).toBe(fingerprint(await page.take(card, asItIs)));
  });
});

describe('other ways to run a browser', () => {
  test('a Chrome of your own, without begin-frame, takes nearly the same picture', async () => {
    const { executablePath } = await chromiumBinary();
    const own = await openCamera({ chromePath: executablePath });
    const bundled = await openCamera();
    for (const variant of ['og', 'square', 'og@2x'] as const) {
      const card = await ordinaryCard('The same card', variant);
      const [one, other] = [await own.take(card, 'png'), await bundled.take(card, 'png')];
      expect([one.width, one.height]).toEqual([other.width, other.height]);
      expect(await meanDifference(one.bytes, other.bytes)).toBeLessThan(1);
    }
    expect(own.engine).not.toBe(bundled.engine);
  });

  test('one process, as on Lambda, takes the same picture to the byte', async () => {
    const lambda = await openCamera({ serverless: true });
    const usual = await openCamera();
    const card = await ordinaryCard('The same card');
    const [one, other] = [await lambda.take(card, 'jpeg'), await usual.take(card, 'jpeg')];
    expect(fingerprint(one.bytes)).toBe(fingerprint(other.bytes));
  });

  test('a folder that the browser leaves is empty of it', async () => {
    const running = await startBrowser();
    const { pid } = running;
    const [{ commandLine }] = familyOf(pid).filter((process) => process.pid === pid) as [Process];
    const profile = /--user-data-dir=(\S+)/.exec(commandLine)![1]!;
    expect(existsSync(profile)).toBe(true);
    await running.close();
    expect(existsSync(profile)).toBe(false);
    expect(browserPids()).not.toContain(pid);
  });
});
