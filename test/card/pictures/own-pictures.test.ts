import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { resolveImage } from '../../../src/card/pictures/resolve-image.ts';
import { reencodeImage } from '../../../src/card/pictures/reencode.ts';
import { startTrap } from './support/picture-server.ts';
import { gradient } from './support/pictures.ts';

const own = { isOwn: true };

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-own-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const svg = (body: string, size = 'width="40" height="40"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xi="http://www.w3.org/2001/XInclude" ${size}>${body}</svg>`;
const square = '<rect width="40" height="40" fill="#c0392b"/>';

/** The colour in the middle of a picture: red, green, blue, and how opaque it is. */
async function middleOf(bytes: Buffer): Promise<number[]> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 4;
  return [...data.subarray(at, at + 4)];
}

describe('a file of the site itself', () => {
  it.each([
    ['GIF', () => gradient(60, 40).gif().toBuffer()],
    ['AVIF', () => gradient(60, 40).avif().toBuffer()],
    ['TIFF', () => gradient(60, 40).tiff().toBuffer()],
    ['PNG', () => gradient(60, 40).png().toBuffer()],
    ['JPEG of four inks', () => gradient(60, 40).toColourspace('cmyk').jpeg().toBuffer()],
  ])('may be a %s', async (_name, make) => {
    const rootFolder = makeFolder();
    writeFileSync(join(rootFolder, 'a.bin'), await make());
    const url = await resolveImage('a.bin', { allowedHosts: [], rootFolder });
    const { width, height } = await sharp(Buffer.from(url.split(',')[1]!, 'base64')).metadata();
    expect({ width, height }).toEqual({ width: 60, height: 40 });
  });

  it('is drawn as large as it is wanted where it is a drawing', async () => {
    for (const [size, expected] of [
      ['width="24" height="12"', { width: 300, height: 150 }],
      ['viewBox="0 0 10 20"', { width: 150, height: 300 }],
      ['width="100%" height="100%" viewBox="0 0 40 40"', { width: 300, height: 300 }],
      ['width="5000" height="5000"', { width: 300, height: 300 }],
    ] as const) {
      const made = await reencodeImage(Buffer.from(svg(square, size)), { ...own, maxPixelsSide: 300 });
      expect(made).toMatchObject(expected);
    }
  });

  it('is shown as far as it goes where a photo is cut off', async () => {
    const noise = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * 7919) % 251));
    const photo = await sharp(noise, { raw: { width: 100, height: 100, channels: 3 } })
      .jpeg()
      .toBuffer();
    const cut = photo.subarray(0, Math.floor(photo.length * 0.85));
    expect(await reencodeImage(cut, own)).toMatchObject({ width: 100, height: 100 });
    await expect(reencodeImage(cut)).rejects.toMatchObject({ reason: 'it could not be decoded' });
  });

  it('may have 48 megapixels, and is said to have too many beyond 64', async () => {
    const flat = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#2a7d5f' } })
        .jpeg({ quality: 30 })
        .toBuffer();
    const telephone = await flat(8064, 6048);
    expect(await reencodeImage(telephone, own)).toMatchObject({ width: 512, height: 384 });
    const reason = expect.stringMatching(/^it has too many pixels/) as string;
    await expect(reencodeImage(telephone)).rejects.toMatchObject({ reason });
    await expect(reencodeImage(await flat(8064, 8064), own)).rejects.toMatchObject({ reason });
  });

  it.each([
    ['words', 'no picture'],
    ['an empty drawing', ''],
    ['half a drawing', '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect'],
  ])('is no picture where it holds %s', async (_name, text) => {
    await expect(reencodeImage(Buffer.from(text), own)).rejects.toMatchObject({
      reason: 'it could not be decoded',
    });
  });
});

describe('a data URL of the owner', () => {
  it.each([
    ['base64', `data:image/svg+xml;base64,${Buffer.from(svg(square)).toString('base64')}`],
    ['percent-encoding', `data:image/svg+xml,${encodeURIComponent(svg(square))}`],
    ['text as in stylesheets', `data:image/svg+xml;charset=utf-8,${svg(square).replaceAll('#', '%23')}`],
  ])('may hold a drawing in %s, and a stranger’s may not', async (_name, url) => {
    const made = await resolveImage(url, { allowedHosts: [], ...own });
    const [red, green, blue] = await middleOf(Buffer.from(made.split(',')[1]!, 'base64'));
    expect(Math.max(Math.abs(red! - 0xc0), Math.abs(green! - 0x39), Math.abs(blue! - 0x2b))).toBeLessThan(4);
    await expect(resolveImage(url, { allowedHosts: [] })).rejects.toMatchObject({
      code: 'image_not_allowed',
    });
  });
});

describe('a drawing', () => {
  const references: Record<string, (folder: string, port: number) => string> = {
    'a picture by file:': (folder) => svg(`<image href="file://${folder}/red.png" width="40" height="40"/>`),
    'a picture by its path': (folder) => svg(`<image href="${folder}/red.png" width="40" height="40"/>`),
    'a picture beside it': () => svg('<image xlink:href="red.png" width="40" height="40"/>'),
    'a picture of the network': (_, port) =>
      svg(`<image href="http://127.0.0.1:${port}/a.png" width="40" height="40"/>`),
    'another drawing': (folder) => svg(`<use href="file://${folder}/red.svg#red"/>`),
    'a filter’s picture': (folder) =>
      svg(
        `<filter id="f"><feImage href="file://${folder}/red.png"/></filter><rect width="40" height="40" filter="url(#f)" fill="none"/>`,
      ),
    XInclude: (folder) => svg(`<xi:include href="file://${folder}/red.svg"/>`),
    'XInclude of the network': (_, port) => svg(`<xi:include href="http://127.0.0.1:${port}/red.svg"/>`),
    'an imported stylesheet': (folder, port) =>
      svg(
        `<style>@import url("file://${folder}/red.css");@import url("http://127.0.0.1:${port}/red.css");</style><rect width="40" height="40" fill="none"/>`,
      ),
    'a linked stylesheet': (folder) =>
      `<?xml-stylesheet href="file://${folder}/red.css" type="text/css"?>${svg('<rect width="40" height="40" fill="none"/>')}`,
    'a drawing inside that refers': (folder) =>
      svg(
        `<image href="data:image/svg+xml;base64,${Buffer.from(svg(`<image href="file://${folder}/red.png" width="40" height="40"/>`)).toString('base64')}" width="40" height="40"/>`,
      ),
    'an entity of a file': (folder) =>
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file://${folder}/red.txt">]>${svg('&x;')}`,
    'an entity of the network': (_, port) =>
      `<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://127.0.0.1:${port}/x.dtd"> %x;]>${svg('')}`,
    'a document type of the network': (_, port) =>
      `<!DOCTYPE svg SYSTEM "http://127.0.0.1:${port}/svg.dtd">${svg('')}`,
  };

  it.each(Object.entries(references))('reads nothing through %s', async (_name, write) => {
    const folder = makeFolder();
    const sentinel = await startTrap();
    const red = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    writeFileSync(join(folder, 'red.png'), red);
    writeFileSync(join(folder, 'red.svg'), svg('<rect id="red" width="40" height="40" fill="red"/>'));
    writeFileSync(join(folder, 'red.txt'), '<rect width="40" height="40" fill="red"/>');
    writeFileSync(join(folder, 'red.css'), 'rect { fill: red }');
    writeFileSync(join(folder, 'drawing.svg'), write(folder, sentinel.port));
    const made = await resolveImage('drawing.svg', { allowedHosts: [], rootFolder: folder }).catch(
      () => undefined,
    );
    if (made) expect(await middleOf(Buffer.from(made.split(',')[1]!, 'base64'))).toEqual([0, 0, 0, 0]);
    await sentinel.untilQuiet();
    expect(sentinel.contacts).toBe(0);
  });

  it('may hold a picture inside itself', async () => {
    const red = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#f00' } })
      .png()
      .toBuffer();
    const drawing = svg(
      `<image href="data:image/png;base64,${red.toString('base64')}" width="40" height="40"/>`,
    );
    const { bytes } = await reencodeImage(Buffer.from(drawing), own);
    expect((await middleOf(bytes))[0]).toBeGreaterThan(250);
  });

  it('that unfolds a billionfold is refused', async () => {
    const entities = 'bcdefghi'.replaceAll(/./g, (name) => {
      const before = String.fromCharCode(name.charCodeAt(0) - 1);
      return `<!ENTITY ${name} "${`&${before};`.repeat(12)}">`;
    });
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaaaa">${entities}]>${svg('<text>&i;</text>')}`;
    await expect(reencodeImage(Buffer.from(bomb), own)).rejects.toMatchObject({ code: 'image_unavailable' });
  });
});
