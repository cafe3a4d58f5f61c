import { describe, expect, it } from 'vitest';
import { readHead } from '../../../../../src/site/read/html/head.ts';
import { blogs, manuals } from './generators.ts';

describe('the content of a page', () => {
  it.each([...manuals, ...blogs])('by $generator', ({ html, tells }) => {
    expect(readHead(`<!doctype html><html><head></head>${html}</html>`)).toMatchObject(tells);
  });
});
