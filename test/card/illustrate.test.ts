import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { illustrate } from '../../src/card/illustrate.ts';
import { Pictures } from '../../src/card/pictures/pictures.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { type CardRequest, resolveCard } from '../../src/card/resolve.ts';
import { defineTemplate, image } from '../../src/template.ts';
import { goodPng } from './pictures/support/pictures.ts';
import { startPictureServer, host } from './pictures/support/picture-server.ts';

const photo = () => image('A photo');
const person = z.strictObject({ name: z.string(), photo: photo().optional() });
const place = z.strictObject({ kind: z.literal('place'), view: photo() });
const words = z.strictObject({ kind: z.literal('words'), view: z.string() });

const wall = defineTemplate({
  name: 'wall',
  props: z.strictObject({
    logo: photo().optional(),
    photos: z.array(photo()).default([]),
    speakers: z.array(person).default([]),
    venue: z.strictObject({ map: z.strictObject({ picture: photo() }) }).optional(),
    pair: z.tuple([z.string(), photo()]).optional(),
    byName: z.record(z.string(), photo()).optional(),
    part: z.discriminatedUnion('kind', [place, words]).optional(),
    either: z.union([photo(), z.array(photo())]).optional(),
    last: z
      .array(photo())
      .transform((list) => list.toReversed().map((source) => ({ source })))
      .optional(),
  }),
  render: () => '<p>x</p>',
});
const templates = new TemplateRegistry([wall]);

const url = (name: string) => `https://${host}/${name}.png`;
const found = expect.stringMatching(/^data:image\/png/) as string;

/** A card of these props, whose picture "gone" is not there. */
async function hang(props: CardRequest['props']) {
  const picture = await goodPng();
  const { network, state } = await startPictureServer((request, response) =>
    request.url === '/gone.png' ? response.writeHead(404).end() : response.end(picture),
  );
  const pictures = new Pictures({ allowedHosts: [host], network });
  const card = await resolveCard({ template: 'wall', props }, templates);
  const { card: illustrated, missingImages } = await illustrate(card, pictures);
  const missing = missingImages.map(({ prop }) => prop).sort();
  return { props: illustrated.props as Record<string, unknown>, missing, requests: state.requests.length };
}

describe('pictures at any depth', () => {
  it.each<[string, CardRequest['props'], Record<string, unknown>]>([
    ['a prop', { logo: url('a') }, { logo: found }],
    ['a list', { photos: [url('a'), url('b')] }, { photos: [found, found] }],
    ['a list in a URL', { photos: `${url('a')},${url('b')}` }, { photos: [found, found] }],
    [
      'a list of objects',
      { 'speakers.0.name': 'Ada', 'speakers.0.photo': url('a'), 'speakers.1.name': 'Bo' },
      { speakers: [{ name: 'Ada', photo: found }, { name: 'Bo' }] },
    ],
    ['an object in an object', { 'venue.map.picture': url('a') }, { venue: { map: { picture: found } } }],
    ['a tuple', { pair: ['x', url('a')] }, { pair: ['x', found] }],
    ['a record', { byName: { ada: url('a') } }, { byName: { ada: found } }],
    ['one of several', { part: { kind: 'place', view: url('a') } }, { part: { kind: 'place', view: found } }],
    [
      'another of several',
      { part: { kind: 'words', view: url('a') } },
      { part: { kind: 'words', view: url('a') } },
    ],
    ['one or a list', { either: url('a') }, { either: found }],
    ['one or a list, a list', { either: [url('a')] }, { either: [found] }],
    [
      'what the schema has moved',
      { last: [url('a'), url('b')] },
      { last: [{ source: found }, { source: found }] },
    ],
  ])('are fetched and put in their place: %s', async (_name, props, expected) => {
    const { props: hung, missing } = await hang(props);
    expect(hung).toMatchObject(expected);
    expect(missing).toEqual([]);
  });

  it('that cannot be had are named by the way to them, and leave their place', async () => {
    const gone = url('gone');
    const { props, missing } = await hang({
      photos: [url('a'), gone],
      speakers: [
        { name: 'Ada', photo: url('a') },
        { name: 'Bo', photo: gone },
      ],
      byName: { ada: gone },
    });
    expect(missing).toEqual(['byName.ada', 'photos.1', 'speakers.1.photo']);
    expect(props).toMatchObject({ photos: [found, undefined], speakers: [{ photo: found }, { name: 'Bo' }] });
  });

  it('are fetched once where they are the same', async () => {
    expect((await hang({ photos: [url('a'), url('a')], logo: url('a') })).requests).toBe(1);
  });

  it('are so many at most, whoever asks', async () => {
    const photos = Array.from({ length: 25 }, (_, index) => url(`p${index}`));
    await expect(hang({ photos })).rejects.toThrow('"photos.24": is one picture too many: at most 24');
  });

  it.each([
    [{ photos: ['file:///etc/passwd'] }, 'Parameter "photos.0": expected an https URL'],
    [{ 'speakers.0.name': 'A', 'speakers.0.photo': 'ftp://a.b/c' }, 'Parameter "speakers.0.photo": expected'],
    [{ byName: { ada: '//a.b/c' } }, 'Parameter "byName.ada": expected an https URL'],
  ])('with a source that none may have are refused by name: %j', async (props, message) => {
    await expect(hang(props)).rejects.toThrow(message);
  });

  it('that are paths name the setting that is missing', async () => {
    const card = await resolveCard({ template: 'wall', props: { photos: ['a.png'] } }, templates);
    const { missingImages } = await illustrate(card, new Pictures({ allowedHosts: [] }));
    expect(missingImages[0]).toMatchObject({ prop: 'photos.0' });
    expect(missingImages[0]!.error.reason).toMatch(/imageFolder in the config nor OG_IMAGE_FOLDER/);
  });
});
