import { expect, test } from 'vitest';
import { chooseFonts, symbolFamily } from '../../../src/card/fonts/faces.ts';
import { startPlainBrowser } from '../../support/browsers.ts';

const sequences = ('👨‍👩‍👧‍👦 🧑‍🧑‍🧒 👩🏽‍🚀 🧑🏻‍❤️‍💋‍🧑🏿 🫱🏻‍🫲🏿 👍🏿 🐦‍🔥 ❤️‍🔥 🙂‍↔️ 🇯🇵 🇺🇳 🏳️‍🌈 🏳️‍⚧️ 🏴‍☠️ ' + '🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 #️⃣ *️⃣ 0️⃣ 9️⃣ ↔️ ❤️').split(' ');

/** Runs in the page: how wide each text is with these fonts and no others. */
const measure = `async (faces, texts) => {
  for (const { family, unicodeRange, data } of faces) {
    const face = new FontFace(family, 'url(data:font/woff2;base64,' + data + ')', { unicodeRange });
    document.fonts.add(await face.load());
  }
  const text = document.body.appendChild(document.createElement('span'));
  text.style.font = '100px Inter, "${symbolFamily}"';
  return texts.map((words) => {
    text.textContent = words;
    return text.getBoundingClientRect().width;
  });
}`;

test('emoji that are made of several characters are one picture', async () => {
  const { faces } = chooseFonts([{ family: 'Inter', weights: [400] }], sequences.join(), 'en');
  const page = await (await startPlainBrowser()).newPage();
  const [one, ...widths] = (await page.evaluate(
    `(${measure})(${JSON.stringify(faces)}, ${JSON.stringify(['😀', ...sequences])})`,
  )) as number[];
  expect(one).toBeGreaterThan(100);
  expect(sequences.filter((_, index) => widths[index] !== one)).toEqual([]);
});
