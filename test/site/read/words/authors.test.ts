import { describe, expect, it } from 'vitest';
import { authorNames, joinNames } from '../../../../src/site/read/words/authors.ts';
import { sectionIn, tagsIn } from '../../../../src/site/read/words/tags.ts';

describe('the authors of a page', () => {
  it.each([
    ['Lantern Ltd - https://lantern.example.com', ['Lantern Ltd']],
    ['a@example.com (Ida Lewis)', ['Ida Lewis']],
    ['Ida Lewis <ida@example.com>', ['Ida Lewis']],
    ['Ida Lewis, ida@example.com', ['Ida Lewis']],
    ['Ida Lewis (https://ida.example.com)', ['Ida Lewis']],
    ['Ida Lewis ???', ['Ida Lewis']],
    ['Ida Lewis (@ida)', ['Ida Lewis']],
    ['By Ida Lewis', ['Ida Lewis']],
    ['Written by Ida Lewis', ['Ida Lewis']],
    ['Author: Ida Lewis', ['Ida Lewis']],
    ['von Neumann', ['von Neumann']],
    ['Bysshe Shelley', ['Bysshe Shelley']],
    ['Ida Lewis, Tom Reed and Ann Gray', ['Ida Lewis', 'Tom Reed', 'Ann Gray']],
    ['Ida Lewis; Tom Reed', ['Ida Lewis', 'Tom Reed']],
    ['田中花子、佐藤太郎', ['田中花子', '佐藤太郎']],
    ['Lewis, Ida', ['Lewis, Ida']],
    ['Martin Luther King, Jr.', ['Martin Luther King, Jr.']],
    ['Salt and Light', ['Salt and Light']],
    ['Tom & Jerry GmbH', ['Tom & Jerry GmbH']],
    ['J.K. Rowling', ['J.K. Rowling']],
    ['ida lewis, Ida Lewis', ['ida lewis']],
    ['https://facebook.com/ida', []],
    ['//example.com/ida', []],
    ['ida@example.com', []],
    ['@ida', []],
    ['lantern.example.com', []],
    ['admin', []],
    ['Author', []],
    ['The Site', []],
    ['undefined', []],
    ['{{ author }}', []],
    ['42', []],
    ['x'.repeat(200), []],
  ])('who are said to be %j are %j', (raw, names) => {
    expect(authorNames([raw, ''], 'the site')).toEqual(names);
  });

  it('are named once each, and joined in their language', () => {
    const names = authorNames(['Ida Lewis', 'Tom Reed', 'IDA LEWIS']);
    expect(names).toEqual(['Ida Lewis', 'Tom Reed']);
    expect(['en', 'de', 'fr', 'ja', undefined].map((language) => joinNames(names, language))).toEqual([
      'Ida Lewis and Tom Reed',
      'Ida Lewis und Tom Reed',
      'Ida Lewis et Tom Reed',
      'Ida Lewis、Tom Reed',
      'Ida Lewis, Tom Reed',
    ]);
  });
});

describe('what a page is about', () => {
  it.each([
    [['lamps,moths,light'], ['lamps', 'moths', 'light']],
    [
      ['灯、蛾；光', 'a; b'],
      ['灯', '蛾', '光', 'a', 'b'],
    ],
    [
      ['#lamps', '＃moths', '"light"', 'C#'],
      ['lamps', 'moths', 'light', 'C#'],
    ],
    [['Lamps', 'lamps', ' lamps '], ['Lamps']],
    [['long '.repeat(20), 'Uncategorized', '未分類', 'undefined', '{{ tag }}', 'a'], ['a']],
    [
      ["rock 'n' roll", "'90s"],
      ["rock 'n' roll", "'90s"],
    ],
  ])('of %j is %j', (raw, tags) => {
    expect(tagsIn(raw)).toEqual(tags);
  });

  it('is no section where nobody filed it', () => {
    expect(['News', 'Uncategorized', 'Non classé', undefined].map(sectionIn)).toEqual([
      'News',
      ...[undefined, undefined, undefined],
    ]);
  });
});
