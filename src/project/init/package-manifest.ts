import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../../errors.ts';

/** What is read of a `package.json`. */
export interface PackageManifest {
  readonly name?: string;
  readonly type?: string;
  readonly homepage?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * That of a folder; nothing where there is none.
 *
 * @throws {ConfigError} it is not JSON.
 */
export async function readManifest(folder: string): Promise<PackageManifest | undefined> {
  const file = join(folder, 'package.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (typeof manifest === 'object' && manifest !== null) return manifest;
  } catch {
    // as what is no object
  }
  throw new ConfigError(`${file} is not valid JSON.`);
}
