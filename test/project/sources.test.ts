import { expect, it } from 'vitest';
import { importNames, importSourceOf, warmSourceOf } from '../../src/project/sources.ts';

const site = { target: 'https://example.com/sitemap.xml', concurrency: 2 };
const tech = { from: 's3://bucket/tech', prefix: 'tech-writing' };

it('what is warmed and what is imported are told apart by what they say', () => {
  const config = { sources: { site, tech } };
  expect(warmSourceOf(config, 'site')).toEqual({ name: 'site', ...site });
  expect(importSourceOf(config, 'tech')).toBe(tech);
  expect(importNames(config)).toEqual(['tech']);
  for (const name of ['tech', 'other', 'toString', '__proto__'])
    expect(warmSourceOf(config, name)).toBeUndefined();
  for (const name of ['site', 'other', 'toString', '__proto__'])
    expect(importSourceOf(config, name)).toBeUndefined();
});

it('what is only warmed may be a list', () => {
  const config = { sources: [{ name: 'site', ...site }] };
  expect(warmSourceOf(config, 'site')).toEqual({ name: 'site', ...site });
  expect([importSourceOf(config, 'site'), importNames(config)]).toEqual([undefined, []]);
});
