import { expect, it } from 'vitest';
import { decodePath } from '../../src/system/decode-path.ts';

it.each([
  ['/a%20b/c%231.png', '/a b/c#1.png'],
  ['/caf%C3%A9', '/café'],
  ['/caf%E9.html', '/caf%E9.html'],
  ['/sale/20%-off/', '/sale/20%-off/'],
  ['100%', '100%'],
  ['%', '%'],
  ['%%%', '%%%'],
  ['%zz%41', '%zzA'],
  ['%C3', '%C3'],
  ['%ED%A0%80', '%ED%A0%80'],
  ['plain', 'plain'],
])('%s is %s', (path, words) => {
  expect(decodePath(path)).toBe(words);
});
