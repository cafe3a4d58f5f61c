import { zipFunctions } from '@netlify/zip-it-and-ship-it';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'smol-toml';
import { packBrowser } from '../../src/camera/chromium/pack-browser.ts';

export const root = join(import.meta.dirname, '../..');

interface NetlifySettings {
  build: { command: string; publish: string; environment: Record<string, string> };
  functions: {
    directory: string;
    node_bundler: 'nft';
    included_files: string[];
    'gen-opengraph-image': { included_files: string[] };
  };
  redirects: { from: string; to: string; status: number; force: boolean }[];
}

export const settings = parse(readFileSync(join(root, 'netlify.toml'), 'utf8')) as unknown as NetlifySettings;

/** Bundles every function as Netlify Build does, which passes these very options on. */
export async function bundleFunctions(destination: string) {
  await packBrowser(); // as the build command does
  const { directory, included_files: shared, node_bundler: nodeBundler } = settings.functions;
  const nodeVersion = settings.build.environment['NODE_VERSION'];
  const common = { includedFilesBasePath: root, nodeBundler, nodeVersion };
  const own = settings.functions['gen-opengraph-image'].included_files;
  return zipFunctions(join(root, directory), destination, {
    basePath: root,
    repositoryRoot: root,
    config: {
      '*': { ...common, includedFiles: shared },
      'gen-opengraph-image': { ...common, includedFiles: own },
    },
  });
}

interface ZipEntry {
  readonly path: string;
  /** In bytes, unzipped. */
  readonly size: number;
  readonly mode: number;
  read(): Buffer;
}

/** The files of a zip, from the directory at its end; large archives (zip64) have no place on Lambda. */
export function readZip(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    const record = zip.subarray(at);
    const nameLength = record.readUInt16LE(28);
    at += 46 + nameLength + record.readUInt16LE(30) + record.readUInt16LE(32);
    return {
      path: record.toString('utf8', 46, 46 + nameLength),
      size: record.readUInt32LE(24),
      mode: record.readUInt32LE(38) >>> 16,
      read: () => readEntry(zip.subarray(record.readUInt32LE(42)), record),
    };
  });
}

function readEntry(local: Buffer, record: Buffer): Buffer {
  const start = 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const data = local.subarray(start, start + record.readUInt32LE(20));
  return record.readUInt16LE(10) === 0 ? data : inflateRawSync(data);
}

export async function unzip(entries: ZipEntry[], folder: string): Promise<void> {
  for (const entry of entries) {
    const file = join(folder, entry.path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, entry.read());
    await chmod(file, entry.mode & 0o777 || 0o644);
  }
}
