import { expect, it } from 'vitest';
import { complaints, readAnswers, type SaidOfSite } from '../../src/cli/init-answers.ts';
import { makeFolder } from '../support/folder.ts';

const makePlace = (assets: string | undefined = 'public') => ({
  folder: makeFolder({ 'public/brand/logo.svg': '', 'src/logo.svg': '' }),
  assets,
});

it.each<[keyof SaidOfSite, string, RegExp | undefined]>([
  ['site', 'https://example.com/docs', undefined],
  ['site', 'http://localhost:3000', undefined],
  ['site', 'example.com', /https:\/\/example\.com/],
  ['site', 'https://', /address/],
  ['site', 'ftp://example.com', /address/],
  ['name', 'The Lamp Room', undefined],
  ['name', 'x'.repeat(41), /at most 40/],
  ['color', '#1b5fd0', undefined],
  ['color', '#FFF', undefined],
  ['color', 'blue', /#1b5fd0/],
  ['color', '#12345', /#1b5fd0/],
  ['logo', 'public/brand/logo.svg', undefined],
  ['logo', 'public/none.svg', /none\.svg is not/],
  ['logo', 'src/logo.svg', /a file in public\//],
  ['logo', '../logo.svg', /is not/],
])('as its %s, "%s" will do, or it is said what would', (key, answer, complaint) => {
  const said = complaints[key](answer, makePlace());
  if (complaint) expect(said).toMatch(complaint);
  else expect(said).toBeUndefined();
});

it('a logo has no place where nothing goes online as it is', () => {
  expect(complaints.logo('public/brand/logo.svg', { ...makePlace(), assets: undefined })).toContain('icon');
});

it('answers are said as a config says them, and none where a question was left open', () => {
  const place = makePlace();
  const said = { site: 'https://a.dev/', name: '', color: '#fff', logo: 'public/brand/logo.svg' };
  expect(readAnswers(said, place)).toEqual({ site: 'https://a.dev', brand: '#fff', logo: '/brand/logo.svg' });
  expect(readAnswers({ site: '', color: '', logo: '' }, place)).toEqual({});
});
