import { render } from 'preact-render-to-string';
import { h, Fragment } from 'preact';
import { describe, expect, it } from 'vitest';
import { marked, plainText, readMarks } from '../../src/card/marks.ts';

function htmlOf(text: string): string {
  return render(h(Fragment, null, marked(text)));
}

describe('the marks of a title', () => {
  it.each([
    ['How `await` *really* works', 'How <code>await</code> <em>really</em> works'],
    ['**Why** not?', '<strong>Why</strong> not?'],
    ['`a` and `b`', '<code>a</code> and <code>b</code>'],
    ['(*almost*), “*quite*”', '(<em>almost</em>), “<em>quite</em>”'],
    ['Use `*.ts` and `2 * 3`', 'Use <code>*.ts</code> and <code>2 * 3</code>'],
    ['これは*重要*です', 'これは<em>重要</em>です'],
    ['*in two words*', '<em>in two words</em>'],
    ['`<b>` & *<i>*', '<code>&lt;b></code> &amp; <em>&lt;i></em>'],
    ['**a** *b* `c`', '<strong>a</strong> <em>b</em> <code>c</code>'],
  ])('%s', (text, html) => {
    expect(htmlOf(text)).toBe(html);
    expect(plainText(text)).toBe(
      readMarks(text)
        .map((words) => words.text)
        .join(''),
    );
  });

  it.each([
    'snake_case and __init__',
    '2 * 3 * 4',
    '2*3*4',
    '*.ts and *.tsx',
    'src/**/*.ts, test/**/*.ts',
    'f(*args, **kwargs)',
    'int *p, *q',
    'A 5* hotel beside a 4* hostel',
    '*nix and *BSD',
    'one ` alone',
    'one * alone',
    '*not closed',
    '**not *closed',
    '***',
    '````',
    '` `',
    '``twice``',
    '***both***',
    String.raw`\*told not to\*`,
    'M*A*S*H',
    'The 4*superior* rating',
    '*a*b',
    '',
  ])('%s is left as it is', (text) => {
    expect(plainText(text)).toBe(text);
    expect(readMarks(text).every(({ kind }) => kind === 'plain')).toBe(true);
  });

  it.each(['*a ', '**a ', '`', '*`a', '**', '*a`b` ', ' *a*b'])(
    '%s a hundred thousand times is read as well',
    (part) => {
      const text = part.repeat(100_000);
      expect(plainText(text).length).toBeLessThanOrEqual(text.length);
    },
  );
});
