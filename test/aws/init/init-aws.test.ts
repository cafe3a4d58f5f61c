import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { initAws } from '../../../src/aws/init/init-aws.ts';
import { makeFolder } from '../../support/folder.ts';

interface Manifest {
  name: string;
  scripts: object;
  devDependencies: Record<string, string>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

const manifest =
  '{\n\t"name": "site",\n\t"scripts": { "build": "x" },\n\t"devDependencies": { "constructs": "10.5.0" }\n}\n';

it('a project gets a CDK app, and the packages that it needs', async () => {
  const folder = makeFolder({ 'package.json': manifest, 'cardstock.config.ts': '' });
  const steps = await initAws(folder);
  expect(steps).toEqual([
    { file: 'aws/cards.mjs', isNew: true },
    { file: 'cdk.json', isNew: true },
    { file: 'package.json', isNew: true },
  ]);
  expect(readFileSync(join(folder, 'aws/cards.mjs'), 'utf8')).toContain("from 'cardstock-og/aws'");
  const settings = JSON.parse(readFileSync(join(folder, 'cdk.json'), 'utf8')) as Record<string, string>;
  expect(settings).toMatchObject({ app: 'node aws/cards.mjs', build: 'npx cardstock-og aws build' });
});

it('a manifest stays as it was but for what is missing', async () => {
  const folder = makeFolder({ 'package.json': manifest, 'cardstock.config.ts': '' });
  await initAws(folder);
  const { name, scripts, devDependencies } = readManifest(folder);
  expect({ name, scripts }).toEqual({ name: 'site', scripts: { build: 'x' } });
  expect(devDependencies['constructs']).toBe('10.5.0');
  expect(devDependencies['aws-cdk-lib']).toMatch(/^\^2\./);
  expect(Object.keys(devDependencies)).toEqual(Object.keys(devDependencies).sort());
  expect(Object.values(devDependencies).every(Boolean)).toBe(true);
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toMatch(/^\{\n\t"name"/);
});

it('what is there already stays, and a second time nothing is written', async () => {
  const folder = makeFolder({ 'package.json': manifest, 'cardstock.config.ts': '', 'cdk.json': '{}' });
  await initAws(folder);
  writeFileSync(join(folder, 'aws/cards.mjs'), '// mine');
  expect((await initAws(folder)).map(({ isNew }) => isNew)).toEqual([false, false, false]);
  expect(readFileSync(join(folder, 'cdk.json'), 'utf8')).toBe('{}');
  expect(readFileSync(join(folder, 'aws/cards.mjs'), 'utf8')).toBe('// mine');
});

it('a folder that is no project of cards becomes one', async () => {
  const folder = makeFolder({ 'package.json': '{}' });
  expect((await initAws(folder)).map(({ file }) => file)).toEqual([
    'cardstock.config.ts',
    'cards/hello.tsx',
    'tsconfig.json',
    '.gitignore',
    'package.json',
    'aws/cards.mjs',
    'cdk.json',
    'package.json',
  ]);
});

it('a folder without a package.json is told what to do', async () => {
  await expect(initAws(makeFolder({ 'cardstock.config.ts': '' }))).rejects.toThrow(/npm init/);
});
