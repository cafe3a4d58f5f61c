import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { folderOf, servePictures } from './support.ts';

async function photo({ width = 1600, height = 1000, alpha = 1 } = {}, orientation = 1): Promise<Buffer> {
  const picture = sharp({ create: { width, height, channels: 4, background: { r: 9, g: 99, b: 9, alpha } } });
  return alpha < 1 ? picture.png().toBuffer() : picture.jpeg().withMetadata({ orientation }).toBuffer();
}

/** The attributes of what is inside of the picture, in order. */
function read(tag: string): { name: string; attributes: Record<string, string> }[] {
  const [picture] = parseFragment(tag).childNodes as DefaultTreeAdapterTypes.Element[];
  expect(picture!.nodeName).toBe('picture');
  return (picture!.childNodes as DefaultTreeAdapterTypes.Element[]).map(({ nodeName, attrs }) => ({
    name: nodeName,
    attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
  }));
}

const imageOf = (tag: string) => read(tag).find(({ name }) => name === 'img')!.attributes;

describe('the markup of a picture', () => {
  it('has every width and format, and each of them is there', async () => {
    const { cardstock, ask } = await servePictures({
      pictures: folderOf({ 'a b/photo.jpg': await photo() }),
    });
    const tag = await cardstock.pictureTag('a b/photo.jpg', { alt: 'A & "B"', sizes: '50vw' });
    const parts = read(tag);
    expect(parts.map(({ attributes }) => attributes['type'])).toEqual([
      'image/avif',
      'image/webp',
      undefined,
    ]);
    for (const { attributes } of parts) {
      const candidates = attributes['srcset']!.split(', ').map((candidate) => candidate.split(' '));
      expect(candidates.map(([, width]) => width)).toEqual(['320w', '640w', '1024w', '1600w']);
      for (const [url = '', width = ''] of candidates) {
        const response = await ask(url);
        expect(response.headers.get('cache-control')).toContain('immutable');
        const { width: real } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
        expect(`${real}w`).toBe(width);
      }
    }
    const image = imageOf(tag);
    expect(image).toMatchObject({ alt: 'A & "B"', width: '1600', height: '1000', loading: 'lazy' });
    expect(image['src']).toContain('/img/a%20b/photo-lg.jpg?v=');
  });

  it.each([
    ['stands upright', { width: 300, height: 200 }, 6, { width: '200', height: '300' }],
    ['is larger than any variant', { width: 3000, height: 300 }, 1, { width: '3000', height: '300' }],
    ['is smaller than all of them', { width: 100, height: 50 }, 1, { width: '100', height: '50' }],
  ])('tells the room of one that %s', async (_name, size, orientation, expected) => {
    const pictures = folderOf({ 'a.jpg': await photo(size, orientation) });
    const { cardstock } = await servePictures({ pictures });
    const image = imageOf(await cardstock.pictureTag('a.jpg', { alt: '' }));
    expect(image).toMatchObject(expected);
    const widths = image['srcset']!.match(/\d+(?=w)/g)!.map(Number);
    expect(Math.max(...widths)).toBe(Math.min(Number(expected.width), 1920));
    expect(new Set(widths).size).toBe(widths.length);
  });

  it('has a placeholder of some hundred bytes that is a picture, and none that one sees through', async () => {
    const pictures = folderOf({ 'a.jpg': await photo(), 'b.png': await photo({ alpha: 0.5 }) });
    const { cardstock } = await servePictures({ pictures });
    const tag = await cardstock.pictureTag('a.jpg', { alt: '' });
    const [, data = ''] = /url\(data:image\/webp;base64,([^)]+)\)/.exec(tag) ?? [];
    expect(data.length).toBeLessThan(400);
    expect(await sharp(Buffer.from(data, 'base64')).metadata()).toMatchObject({ width: 16, height: 10 });
    expect(await cardstock.pictureTag('a.jpg', { alt: '', placeholder: false })).not.toContain('style');
    const clear = imageOf(await cardstock.pictureTag('b.png', { alt: '' }));
    expect(clear).not.toHaveProperty('style');
    expect(clear['src']).toContain('.png?v=');
  });

  it('of a private picture has signed addresses, and shows nothing of it before', async () => {
    const { cardstock, ask } = await servePictures({
      pictures: folderOf({ 'members/ada.jpg': await photo() }),
      environment: {
        NODE_ENV: 'production',
        OG_SECRETS: 'a-secret-of-the-tests-0123456789-abcdef',
        OG_SITE_URL: 'https://example.com',
        OG_PICTURE_RULES: '{"requireSignedUrls":["members/"]}',
      },
    });
    const expiresAt = Math.floor(Date.now() / 1000) + 600;
    const image = imageOf(await cardstock.pictureTag('members/ada.jpg', { alt: '', expiresAt }));
    expect(image).not.toHaveProperty('style');
    expect(image['src']).toContain(`&exp=${expiresAt}&sig=`);
    expect((await ask(image['src']!)).status).toBe(200);
  });

  it('is refused where there is no such picture', async () => {
    const { cardstock } = await servePictures({ pictures: folderOf({ 'text.jpg': Buffer.from('text') }) });
    await expect(cardstock.pictureTag('none.jpg', { alt: '' })).rejects.toThrow(
      'There is no picture "none.jpg"',
    );
    await expect(cardstock.pictureTag('../a.jpg', { alt: '' })).rejects.toThrow('dot');
    await expect(cardstock.pictureTag('text.jpg', { alt: '' })).rejects.toThrow('could not be read');
  });
});
