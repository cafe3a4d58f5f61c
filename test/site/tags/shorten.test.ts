import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../../src/site/tags/shorten.ts';

describe('a text that is too long', () => {
  it.each([
    ['one two three', 13, 'one two three'],
    ['one two three', 12, 'one two…'],
    ['one two, three', 10, 'one two…'],
    ['one two three', 8, 'one two…'],
    ['onetwothree', 6, 'onetw…'],
    ['日本語日本語', 4, '日本語…'],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12, '👩‍👩‍👧‍👦…'],
    ['', 5, ''],
    ['海辺の村で暮らす人びとの記録', 9, '海辺の村で暮らす…'],
    ['海辺の村。長い冬と短い夏', 6, '海辺の村…'],
    ['彼は言った「はい」と答えた', 7, '彼は言った…'],
    ['我们在海边的村庄生活了很久', 6, '我们在海边…'],
    ['ผีเสื้อกลางคืนบินหาแสงไฟ', 16, 'ผีเสื้อกลางคืน…'],
    ['使用 Docker 部署应用程序的方法', 14, '使用 Docker 部署…'],
    ['to read (in one go) at home', 11, 'to read…'],
    ['he said "hello there" to me', 10, 'he said…'],
    ['he said "hello" to everybody', 17, 'he said "hello"…'],
    ['he said “hello there” to me', 12, 'he said…'],
    ['one two. Three four', 12, 'one two…'],
    ['one two… three four', 12, 'one two…'],
    ['vers dix 8\u202fh\u202f30', 13, 'vers dix…'],
    ['काकाकाकाका', 6, 'काका…'],
  ])('%j in %i is %j', (text, maxLength, short) => {
    expect(shorten(text, maxLength)).toBe(short);
  });

  it('never grows longer, and never ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, maxLength) => {
        const short = shorten(text, maxLength);
        expect(short.length).toBeLessThanOrEqual(maxLength);
        expect(short.isWellFormed()).toBe(text.isWellFormed() || short.isWellFormed());
        if (short !== text) expect(text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });
});
