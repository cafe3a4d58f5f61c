import { readFile, writeFile } from 'node:fs/promises';
import { ConfigError } from '../../errors.ts';
import { ownManifest } from '../../system/own-manifest.ts';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** The command line of CDK, which is no part of its library. */
const commands = { 'aws-cdk': '^2.1100.0' };

/** What the stack is made with, and what packs the renderer; those that we have as optional peers. */
const needed = [
  '@aws-sdk/client-cloudfront-keyvaluestore',
  '@aws-sdk/client-s3',
  '@aws-sdk/signature-v4a',
  '@vercel/nft',
  'aws-cdk-lib',
  'constructs',
];

/**
 * Adds what is missing to the `devDependencies` of a manifest, which stays as it was but for that.
 * Tells whether anything was.
 *
 * @throws {ConfigError} there is no `package.json`, or it cannot be read.
 */
export async function addPackages(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const manifest = parse(text);
  const { peerDependencies = {} } = ownManifest();
  const wanted = {
    ...commands,
    ...Object.fromEntries(needed.map((name) => [name, peerDependencies[name]!])),
  };
  const present = { ...manifest.dependencies, ...manifest.devDependencies };
  const missing = Object.entries(wanted).filter(([name]) => !(name in present));
  if (missing.length === 0) return false;
  const all = [...Object.entries(manifest.devDependencies ?? {}), ...missing];
  const devDependencies = Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
  const [, indent = '  '] = /\n([ \t]+)"/.exec(text) ?? [];
  await writeFile(file, `${JSON.stringify({ ...manifest, devDependencies }, undefined, indent)}\n`);
  return true;
}

function parse(text: string): Manifest {
  try {
    return JSON.parse(text) as Manifest;
  } catch (error) {
    throw new ConfigError('There is no package.json here that can be read: "npm init" writes one.', error);
  }
}
