import { expect, it } from 'vitest';
import { readConfig } from '../../../../src/config.ts';
import { openStore } from '../../../../src/serve/cache/stores/open-store.ts';

it.each([
  ['disk', 'disk, /somewhere'],
  ['netlify-blobs', 'Netlify Blobs, store "cardstock"'],
  ['s3://cards', 'S3, s3://cards/'],
  ['s3://cards.example.com/of/a+site/', 'S3, s3://cards.example.com/of/a+site/'],
  ['none', undefined],
])('CARDSTOCK_STORE=%s opens what it says', (name, description) => {
  const config = readConfig({ CARDSTOCK_STORE: name, CARDSTOCK_CACHE: '/somewhere' });
  expect(openStore(config)?.description).toBe(description);
});

it.each([
  's3',
  's3://',
  's3://UPPER',
  's3://ab',
  's3://cards/../x',
  's3://cards/a b',
  's3://cards?x=1',
  'S3://cards',
  'disc',
])('CARDSTOCK_STORE=%s is refused with what could stand there', (name) => {
  expect(() => readConfig({ CARDSTOCK_STORE: name })).toThrow(
    '"netlify-blobs", "none" or "s3://bucket/prefix"',
  );
});
