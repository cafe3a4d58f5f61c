import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it, onTestFinished } from 'vitest';
import { ImageNotAllowedError, ImageUnavailableError } from '../../../src/errors.ts';
import { resolveImage } from '../../../src/card/pictures/resolve-image.ts';
import { goodJpeg, goodPng, goodWebp } from './support/pictures.ts';
import { host, startPictureServer } from './support/picture-server.ts';

const nothing = { allowedHosts: [] };

async function pictureIn(url: string) {
  const [, format, data] =
    /^data:image\/(jpeg|png)(?:;ground=(?:light|dark))?;base64,([\w+/]+=*)$/.exec(url) ?? [];
  const metadata = await sharp(Buffer.from(data ?? '', 'base64')).metadata();
  expect(metadata.format).toBe(format);
  return { format, width: metadata.width, height: metadata.height };
}

function makeRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'cardstock-images-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

const dataUrl = (bytes: Buffer, type = 'image/png') => `data:${type};base64,${bytes.toString('base64')}`;

it('makes a new data URL of a data URL', async () => {
  const bytes = Buffer.concat([await goodPng(), Buffer.from('<script>')]);
  const url = await resolveImage(dataUrl(bytes), nothing);
  expect(await pictureIn(url)).toEqual({ format: 'png', width: 60, height: 40 });
  expect(atob(url.split(',')[1]!)).not.toContain('<script>');
});

it('goes by the bytes and not by the type', async () => {
  const url = await resolveImage(dataUrl(await goodWebp(), 'IMAGE/PNG'), nothing);
  expect((await pictureIn(url)).format).toBe('jpeg');
});

it('makes a data URL of what an https URL leads to, whatever type it is said to have', async () => {
  const bytes = await goodJpeg();
  const { network } = await startPictureServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(bytes);
  });
  const url = await resolveImage(`https://${host}/a.svg`, {
    allowedHosts: [host],
    network,
    maxPixelsSide: 30,
  });
  expect(await pictureIn(url)).toEqual({ format: 'jpeg', width: 30, height: 20 });
});

it('makes a data URL of a file of the site', async () => {
  const rootFolder = makeRoot();
  writeFileSync(join(rootFolder, 'logo.txt'), await goodPng());
  const url = await resolveImage('logo.txt', { ...nothing, rootFolder });
  expect((await pictureIn(url)).format).toBe('png');
});

it.each([
  'data:',
  'data:,',
  'data:image/png',
  'data:image/png,AAAA',
  'data:image/png;base64',
  'data:image/png;base64,',
  'data:image/png;base64,AAA',
  'data:image/png;base64,AA AA',
  'data:image/png;base64,AA\nAA',
  'data:image/png;base64,%41%41%41%41',
  'data:image/png;base64,AA-_',
  'data:image/png;base64,AAAA#AAAA',
  'data:image/png;charset=utf-8;base64,AAAA',
  'data:image/svg+xml;base64,PHN2Zy8+',
  'data:image/svg+xml,<svg/>',
  'data:image/gif;base64,R0lGODlh',
  'data:text/html;base64,PGI+',
  'data:;base64,AAAA',
  'data://image/png;base64,AAAA',
  ' data:image/png;base64,AAAA',
  'data:image/png;base64,PHN2Zy8+', // an SVG by its bytes
  'data:image/png;base64,iVBORw0KGgo=', // the magic alone
])('blames who wrote %j', async (source) => {
  await expect(resolveImage(source, nothing)).rejects.toMatchObject({
    code: 'image_not_allowed',
    status: 400,
  });
});

it('does not take a good picture out of a data URL that is retyped', async () => {
  const good = dataUrl(await goodPng());
  for (const bad of [`${good}=`, `${good}#`, good.replace(',', ',!'), good.slice(0, -5), ` ${good}`]) {
    await expect(resolveImage(bad, nothing)).rejects.toThrow(ImageNotAllowedError);
  }
});

const everyLetter = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

it.each<[string, (bytes: Buffer) => string]>([
  ['jpg for jpeg', (bytes) => dataUrl(bytes, 'image/jpg')],
  ['an old name of PNG', (bytes) => dataUrl(bytes, 'image/x-png')],
  ['a type that is not its own', (bytes) => dataUrl(bytes, 'image/webp')],
  ['no type', (bytes) => dataUrl(bytes, '')],
  ['a parameter', (bytes) => dataUrl(bytes, 'image/png;charset=utf-8')],
  ['two parameters', (bytes) => dataUrl(bytes, 'image/png;name=a.png;charset=utf-8')],
  ['line breaks', (bytes) => dataUrl(bytes).replaceAll(/.{76}/g, '$&\r\n')],
  ['a space behind the comma', (bytes) => dataUrl(bytes).replace(',', ', ')],
  ['no padding', (bytes) => dataUrl(bytes).replace(/=+$/, '')],
  ['the alphabet of URLs', (bytes) => `data:image/png;base64,${bytes.toString('base64url')}`],
  ['escaped padding and signs', (bytes) => escapeSigns(dataUrl(bytes))],
  ['percent-encoded bytes', (bytes) => `data:image/png,${percentEncoded(bytes)}`],
])('reads a data URL with %s', async (_name, write) => {
  const bytes = Buffer.concat([await goodPng(), everyLetter]);
  expect((await pictureIn(await resolveImage(write(bytes), nothing))).format).toBe('png');
});

function escapeSigns(url: string): string {
  const [head, body = ''] = url.split(',');
  return `${head},${encodeURIComponent(body)}`;
}

function percentEncoded(bytes: Buffer): string {
  return Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

it('does not decode a data URL of more than 5 MB', async () => {
  const source = dataUrl(Buffer.concat([await goodPng(), Buffer.alloc(5_000_100)]));
  await expect(resolveImage(source, nothing)).rejects.toMatchObject({ reason: 'its data URL is too long' });
});

it('blames the other side for what it sends', async () => {
  const { network } = await startPictureServer((_request, response) => response.end('<svg/>'));
  const resolved = resolveImage(`https://${host}/a.png`, { allowedHosts: [host], network });
  await expect(resolved).rejects.toMatchObject({ code: 'image_unavailable', status: 502 });
});

it('blames the site for a file that is no picture', async () => {
  const rootFolder = makeRoot();
  writeFileSync(join(rootFolder, '.env'), 'OG_SECRETS=x');
  await expect(resolveImage('.env', { ...nothing, rootFolder })).rejects.toThrow(ImageUnavailableError);
});

it.each(['logo.png', '/etc/passwd', '../a.png', '//images.example.test/a.png', ''])(
  'knows no file "%s" without a folder',
  async (source) => {
    await expect(resolveImage(source, nothing)).rejects.toThrow(ImageNotAllowedError);
  },
);

it.each(['/etc/passwd', '../a.png', '//images.example.test/a.png', '', '\\a.png'])(
  'knows no file "%s" in a folder',
  async (source) => {
    const options = { ...nothing, rootFolder: makeRoot() };
    await expect(resolveImage(source, options)).rejects.toThrow(ImageNotAllowedError);
  },
);
