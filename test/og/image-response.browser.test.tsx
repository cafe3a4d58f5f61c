import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { h } from 'preact';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { ImageResponse } from '../../src/og.ts';
import { countPixels } from '../support/pixels.ts';
import { inter } from '../card/fonts/support/fonts.ts';

/** As React makes it. */
function react(type: unknown, props: object = {}, ...children: unknown[]) {
  return {
    $$typeof: Symbol.for('react.transitional.element'),
    type,
    key: null,
    props: { ...props, children },
  };
}

const box = { width: 120, height: 80 };
const red = [255, 0, 0] as const;
const fill = { width: '100%', height: '100%', background: '#f00' };
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const pixelsOf = async (element: unknown, color: readonly [number, number, number] = red, options = {}) =>
  countPixels(await bytesOf(new ImageResponse(element, { ...box, ...options })), color, 3);
const square = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><path d="M0 0h20v20H0z" fill="#f00"/></svg>',
);

describe('a response', () => {
  it('is a PNG of the usual size that may be kept for good', async () => {
    const response = new ImageResponse(react('div', {}, 'Hello'));
    expect(response).toBeInstanceOf(Response);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'image/png',
      'cache-control': 'public, immutable, no-transform, max-age=31536000',
    });
    const { format, width, height } = await sharp(await bytesOf(response)).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
  });

  it('has the size, status and headers that it is given', async () => {
    const options = {
      ...box,
      deviceScaleFactor: 2,
      status: 404,
      statusText: 'Gone',
      headers: { 'Cache-Control': 'no-store', 'X-A': '1' },
    };
    const response = new ImageResponse(h('div', {}), options);
    expect([response.status, response.statusText]).toEqual([404, 'Gone']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-a')).toBe('1');
    const { width, height } = await sharp(await bytesOf(response)).metadata();
    expect([width, height]).toEqual([240, 160]);
  });

  it.each([
    [{ width: 15 }, /its width is 15/],
    [{ height: 4097 }, /its height is 4097/],
    [{ width: 1.5 }, /its width is 1.5/],
    [{ width: 4096, height: 4096 }, /16777216 pixels/],
    [{ deviceScaleFactor: 9 }, /its deviceScaleFactor is 9/],
  ])('is refused a size of %o', (options, message) => {
    expect(() => new ImageResponse(react('div'), options)).toThrow(message);
  });

  it.each([
    ['nothing that could be rendered', { title: 'Hi' }, {}, /no element/],
    [
      'a component that throws',
      react(() => {
        throw new Error('Oh no');
      }),
      {},
      /Oh no/,
    ],
    [
      'a font that is none',
      react('div', {}, 'Hi'),
      { fonts: [{ name: 'Mine', data: new ArrayBuffer(8) }] },
      /Mine/,
    ],
  ])('of %s fails whoever reads it, and nobody else', async (_what, element, options, message) => {
    await expect(new ImageResponse(element, { ...box, ...options }).arrayBuffer()).rejects.toThrow(message);
    expect(await pixelsOf(react('div', { style: fill }))).toBe(9600);
  });
});

describe('an element', () => {
  it.each<[what: string, element: unknown, redPixels: number]>([
    ['of React', react('div', { style: fill }), 9600],
    ['of Preact', <div style={fill} />, 9600],
    ['as a plain object', { type: 'div', props: { style: fill } }, 9600],
    [
      'of a component',
      react(({ side }: { side: number }) => react('div', { style: { ...fill, width: side, height: side } }), {
        side: 10,
      }),
      100,
    ],
    [
      'in a row, as boxes are',
      react(
        'div',
        {},
        react('b', { style: { ...fill, width: 10, height: 10 } }),
        react('i', { style: { ...fill, width: 10, height: 10, marginLeft: 5 } }),
      ),
      200,
    ],
    [
      'placed in its parent',
      react(
        'div',
        { style: { width: 50, height: 50, overflow: 'hidden' } },
        react('div', { style: { ...fill, position: 'absolute', left: 40, width: 20, height: 50 } }),
      ),
      500,
    ],
    [
      'that shrinks with its room',
      react(
        'div',
        { style: { width: 60, height: 10 } },
        react('div', { style: { ...fill, width: 100 } }),
        react('div', { style: { width: 100 } }),
      ),
      300,
    ],
    [
      'with padding inside of its size',
      react('div', { style: { ...fill, width: 50, height: 50, padding: 10 } }),
      2500,
    ],
    [
      'of SVG',
      react(
        'svg',
        { width: 10, height: 10, viewBox: '0 0 10 10', stroke: '#f00', strokeWidth: 10 },
        react('path', { d: 'M0 5h10' }),
      ),
      100,
    ],
    [
      'with the bytes of a picture',
      react('img', { src: new Uint8Array(square).buffer, width: 20, height: 20 }),
      400,
    ],
    [
      'with a picture as a data URL',
      react('div', {
        style: {
          width: 20,
          height: 20,
          backgroundImage: `url(data:image/svg+xml;base64,${square.toString('base64')})`,
        },
      }),
      400,
    ],
    ['with classes of Tailwind', react('div', { tw: 'w-[30px] h-[10px] bg-[#f00]' }), 300],
    [
      'with classes over what is usual',
      react('div', { tw: 'block h-4' }, react('div', { tw: 'bg-[#f00] w-4 h-4' })),
      256,
    ],
  ])('is drawn %s', async (_what, element, redPixels) => {
    expect(await pixelsOf(element)).toBe(redPixels);
  });

  it.each<[what: string, words: string]>([
    ['emoji', '👋'],
    ['Arabic', 'مرحبا'],
    ['Japanese', '東京'],
    ['symbols', '▲'],
  ])('has words in %s, whatever its fonts have', async (_what, words) => {
    const fonts = [{ name: 'Mine', data: new Uint8Array(inter(400)).buffer }];
    const ink = react('div', { style: { fontFamily: 'Mine', fontSize: 40 } }, words);
    const blank = react('div', {}, ' ');
    const options = { ...box, fonts };
    expect(await bytesOf(new ImageResponse(ink, options))).not.toEqual(
      await bytesOf(new ImageResponse(blank, options)),
    );
  });

  it('does without a picture that cannot be had, and says so', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const image = react('img', { src: 'https://localhost/a.png?b=1&c=2', width: 20, height: 20 });
    const options = { ...box, imageHosts: ['img.example.com'] };
    expect(await pixelsOf(react('div', { style: fill }, image), red, options)).toBe(9600);
    const said = warn.mock.calls.flat().join();
    expect(said).toContain('https://localhost/a.png: ');
    expect(said).not.toContain('b=1'); // it may be the key to the picture
    warn.mockRestore();
  });
});

it('lets its process end when the image is made, and leaves no browser behind', async () => {
  const program = `
    import { ImageResponse } from ${JSON.stringify(new URL('../../src/og.ts', import.meta.url).href)};
    const image = await new ImageResponse({ type: 'div', props: {} }, { width: 16, height: 16 }).arrayBuffer();
    console.log(image.byteLength > 0);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  expect(stdout.trim()).toBe('true');
});
