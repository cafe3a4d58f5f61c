import { describe, expect, it } from 'vitest';
import { prepareWords } from '../../../src/card/words/prepare-words.ts';

describe('the direction of an element with dir="auto"', () => {
  it('is decided by all of its words, however deep', () => {
    const html = '<h1 dir="auto"><b>CSS</b>: <i><b>مغامرة</b> جديدة</i></h1>';
    expect(prepareWords(html, 'ar')).toBe(html.replace('auto', 'rtl'));
    expect(prepareWords(html, 'en')).toBe(html.replace('auto', 'rtl'));
  });

  it('is its own inside another', () => {
    const html = '<p dir="auto">من <b dir="auto">Ada Lovelace</b></p>';
    expect(prepareWords(html, 'ar')).toBe('<p dir="rtl">من <b dir="ltr">Ada Lovelace</b></p>');
  });

  it('is left to the browser where there are no letters', () => {
    expect(prepareWords('<p dir="auto">19:30</p>', 'ar')).toBe('<p dir="auto">19:30</p>');
  });

  it('is not moved by character references', () => {
    expect(prepareWords('<p dir="auto">&quot;أ&quot; &amp; ب</p>', 'en')).toContain('dir="rtl"');
  });
});

describe('places to break a word', () => {
  const word = 'createContentSecurityPolicy';

  it('are marked in what is fitted, and nowhere else', () => {
    const html = `<h1 data-fit="0.4">a <b>${word}</b></h1><p title="${word}">${word}</p>`;
    const prepared = prepareWords(html, 'en');
    expect(prepared).toContain('<b>create<wbr class="joint">Content');
    expect(prepared).toContain(`<p title="${word}">${word}</p>`);
  });

  it('are not for code', () => {
    const html = `<pre data-fit="0.4"><span>${word}()</span></pre>`;
    expect(prepareWords(html, 'en')).toBe(html);
  });
});

it.each([
  '<img src="data:image/png;base64,a>b" alt=""><br><p>a < b</p>',
  '<svg><path d="M0 0" /><circle r="1"></circle></svg><p>text</p>',
  "</p>stray <!-- a comment --> and <a b='c>d'>more</a>",
])('leaves markup as it is: %s', (html) => {
  expect(prepareWords(html, 'en')).toBe(html);
});
