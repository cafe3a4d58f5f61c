import { elementTree, height, width } from './card.js';
import { atEnd } from './endings.js';
import { fontFile, fontWeights } from './fonts.js';

// Packages are imported where they are used: a process that measures one peer loads no other.

/**
 * @typedef {object} Peer
 * @property {(title: string, format?: string) => Promise<Uint8Array>} take Makes one image.
 * @property {() => Promise<void>} close
 */

const nothingToClose = async () => {};

/** Cardstock through its public API; `article` is the template that ships. */
export async function openCardstock(config = {}) {
  const { Cardstock } = await import('../dist/src/index.js');
  const { article } = await import('../dist/templates/article.js');
  const { fittedTemplate, fullChromaTemplate, referenceTemplate } = await import('./template.js');
  const templates = [referenceTemplate, fittedTemplate, fullChromaTemplate, article];
  const cardstock = new Cardstock({ templates, config });
  const bytesOf = async (request) => (await cardstock.render(request)).bytes;
  return {
    take: (title, format) => bytesOf({ template: 'reference', props: { title }, format }),
    takeFitted: (title) => bytesOf({ template: 'fitted', props: { title } }),
    takeFullChroma: (title) => bytesOf({ template: 'full-chroma', props: { title } }),
    takeScripts: (title) => bytesOf({ template: 'reference', props: { title: inManyScripts(title) } }),
    takeArticle: (title) => bytesOf({ template: 'article', props: { ...article.examples.short, title } }),
    close: atEnd(() => cardstock.close()),
  };
}

/** As long as the title, with Japanese, Arabic and an emoji. */
function inManyScripts(title) {
  return `夜行列車が帰る ${title.match(/\d+/)} القطارات الليلية تعود 🚆 cold starts`;
}

export async function openSatori() {
  const { default: satori } = await import('satori');
  const { renderAsync } = await import('@resvg/resvg-js');
  const fonts = fontWeights.map((weight) => ({ name: 'Inter', weight, data: fontFile(weight, 'woff') }));
  const font = { loadSystemFonts: false }; // satori has made paths of the text; looking for fonts takes a while
  const take = async (title) => {
    const svg = await satori(elementTree(title), { width, height, fonts });
    return (await renderAsync(svg, { font })).asPng();
  };
  return { take, close: nothingToClose };
}

export async function openTakumi() {
  const { Renderer } = await import('@takumi-rs/core');
  const { render } = await import('takumi-js');
  const renderer = new Renderer();
  for (const weight of fontWeights) {
    await renderer.registerFont({ name: 'Inter', weight, data: fontFile(weight, 'woff2') });
  }
  const take = (title, format) => {
    const quality = format === 'jpeg' ? { quality: 90 } : {};
    return render(elementTree(title), { renderer, width, height, format, ...quality });
  };
  return { take, close: nothingToClose };
}

/** What the tutorials do: a browser for each image, thrown away after it. */
export async function openLaunchPerImage() {
  const { launchPlainBrowser } = await import('./plain-browser.js');
  const { referencePage } = await import('./page.js');
  const take = async (title) => {
    const { browser, close } = await launchPlainBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent(referencePage(title), { waitUntil: 'networkidle0' });
      return await page.screenshot({ type: 'png' });
    } finally {
      await close();
    }
  };
  return { take, close: nothingToClose };
}
