import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { QuotationMark, withoutMarks } from '../../templates/parts/quotation-mark.tsx';

const kindIn = (language: string) =>
  /class="quotation-mark (\w+)"/.exec(render(<QuotationMark language={language} />))?.[1];

describe('the mark that opens a quotation', () => {
  it.each([
    ['en', 'sixes'],
    ['de-AT', 'nines'],
    ['fr', 'angles'],
    ['ar', 'angles'],
    ['he', 'nines'],
    ['ja', 'corner'],
    ['zh-TW', 'corner'],
    ['zh-Hans', 'sixes'],
    ['tlh', 'sixes'],
  ])('is in %s the one with %s', (language, kind) => {
    expect(kindIn(language)).toBe(kind);
  });
});

describe('a quotation that comes with its marks', () => {
  it.each([
    ['“Less, but better.”', 'Less, but better.'],
    ['„Weniger, aber besser.“', 'Weniger, aber besser.'],
    ['« Moins, mais mieux. »', 'Moins, mais mieux.'],
    ['「より少なく、しかしより良く」', 'より少なく、しかしより良く'],
    ['"Less."', 'Less.'],
  ])('loses the outer ones: %s', (words, bare) => {
    expect(withoutMarks(words)).toBe(bare);
  });

  it.each(['Less, but better.', '“Less” and “better”', 'He said “less”', '“Less, but', '“”', '"'])(
    'keeps what is part of it: %s',
    (words) => {
      expect(withoutMarks(words)).toBe(words);
    },
  );
});
