import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { qualifyEmoji } from '../../../src/card/fonts/emoji.ts';
import { chooseFonts } from '../../../src/card/fonts/faces.ts';
import { readSigns } from '../../../src/card/fonts/signs.ts';
import { paint } from './support/painted.ts';

/** Unicode's own list: each emoji as it should be written, and as it also is. */
const forms = readFileSync(
  createRequire(import.meta.url).resolve('emoji-test-regex-pattern/dist/emoji-17.0/index-strings.txt'),
  'utf8',
)
  .trim()
  .split('\n');

/** Those that are a picture only if they are asked to be. */
const isText = (form: string) => /^\P{Emoji_Presentation}$/u.test(form);

/** What they do to each other, and how many pictures that is. */
const together: readonly (readonly [string, number])[] = [
  ['Play ▶ then ☎ and ❤️', 1],
  ['☠ ✈ © ™ 🎉', 1],
  ['❤️ #1 of 2*3', 1],
  ['⌚\ufe0e ☕\ufe0e ❤\ufe0f', 1],
  ['👍\ufe0e👍', 1],
  ['☝\ufe0f🏽 ✊\ufe0f🏿', 2],
  ['👩‍❤‍👨🇺🇳🇯🇵1⃣', 4],
];

it("Unicode's emoji are one picture in each of their forms, text where nothing asks for one, and leave each other alone", async () => {
  const texts = [...forms, ...together.map(([text]) => text)];
  const painted = await paint(texts.map(qualifyEmoji));
  const pictures = painted.map(({ glyphs }) => glyphs['NotoColorEmoji'] ?? 0);
  const expected = [...forms.map((form) => (isText(form) ? 0 : 1)), ...together.map(([, count]) => count)];
  expect(texts.filter((_, index) => pictures[index] !== expected[index])).toEqual([]);
  expect(texts.filter((_, index) => painted[index]!.hasBox)).toEqual([]);
  expect(forms.filter(isText).length).toBeGreaterThan(180);
  expect(forms.length).toBeGreaterThan(5_000);
});

it('what is a picture is known before anything is drawn', () => {
  expect(forms.filter((form) => readSigns(form).pictures.has(form) === isText(form))).toEqual([]);
  expect(chooseFonts([], forms.join(' '), 'en').missing).toEqual([]);
});
