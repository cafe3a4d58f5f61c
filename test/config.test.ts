import { expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

it('has defaults that suit one machine', () => {
  expect(readConfig({})).toMatchObject({
    port: 8888,
    host: '127.0.0.1',
    allowUnsigned: true,
    production: false,
    serverless: false,
  });
});

it.each([{ AWS_LAMBDA_FUNCTION_NAME: 'x' }, { NODE_ENV: 'production' }])(
  'refuses unsigned requests in production, as in %o',
  (environment) => {
    expect(readConfig(environment)).toMatchObject({ production: true, allowUnsigned: false });
    expect(readConfig({ ...environment, OG_ALLOW_UNSIGNED: 'true' }).allowUnsigned).toBe(true);
  },
);

it('runs one browser on Lambda', () => {
  expect(readConfig({ AWS_LAMBDA_FUNCTION_NAME: 'x' }).browsers).toBe(1);
});

it('takes netlify dev for the local server it is', () => {
  const environment = { AWS_LAMBDA_FUNCTION_NAME: 'x', NETLIFY_DEV: 'true' };
  expect(readConfig(environment)).toMatchObject({ serverless: false, allowUnsigned: true });
});

it.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['OG_ALLOW_UNSIGNED', 'yes'],
  ['CARDSTOCK_BROWSERS', '0'],
  ['CARDSTOCK_TIMEOUT_MS', '-1'],
  ['CARDSTOCK_SANDBOX', 'maybe'],
])('refuses %s=%s by name', (variable, value) => {
  expect(() => readConfig({ [variable]: value })).toThrow(`${variable}="${value}" is not valid`);
});

it('takes an empty variable for an absent one', () => {
  expect(readConfig({ PORT: '', OG_ALLOW_UNSIGNED: '' }).port).toBe(8888);
});

it('cannot be changed once read', () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});
