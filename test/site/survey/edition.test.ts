import { describe, expect, it } from 'vitest';
import { isHome, withoutEdition } from '../../../src/site/survey/edition.ts';

describe('a path begins with', () => {
  it.each([
    ['fr/guide.html', 'guide.html'],
    ['pt-BR/guide.html', 'guide.html'],
    ['zh-Hans-CN/guide.html', 'guide.html'],
    ['fr/2.1/guide.html', 'guide.html'],
    ['latest/guide.html', 'guide.html'],
    ['v3/guide.html', 'guide.html'],
  ])('an edition: %s', (path, rest) => {
    expect(withoutEdition(path)).toBe(rest);
  });

  it.each([
    'tea/index.html',
    'api/index.html',
    'src/index.html',
    '2025/11/05/tea/index.html',
    '2025/index.html',
    'fr.html',
    'js/index.html',
  ])('none: %s', (path) => {
    expect(withoutEdition(path)).toBe(path);
    expect(isHome(path)).toBe(false);
  });
});
