import { mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
import { posixPath } from '../../system/posix-path.ts';
import { ownedName, sweep } from '../../system/temporary-folder.ts';
import {
  chromiumVersion,
  currentPack,
  packed,
  packFile,
  unbrotliChromium,
  unbrotliFonts,
} from './archives.ts';
import { type Frame, headOf } from './pack-file.ts';

/** Less and a frame is mostly its start, more and the last one is waited for. */
const frameBytes = 2 * 2 ** 20;
/** 89 MB; 1 has 99 and 9 has 79, and both take longer. */
const params = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 };
const compress = promisify(zstdCompress);

/** A piece of a file, before and after it is compressed. */
interface Piece {
  readonly file: number;
  readonly offset: number;
  readonly bytes: number;
}

/**
 * Packs Chromium anew, beside the archives it came in: zstd in frames is inflated with a third of
 * the work that brotli is, on all cores. Takes some seconds, once; what is there is left as it is.
 *
 * @throws {NodeJS.ErrnoException} the folder of the package cannot be written to.
 */
export async function packBrowser(): Promise<string> {
  if (currentPack()) return packFile;
  sweep(dirname(packFile));
  const folder = await mkdtemp(join(tmpdir(), 'cardstock-pack-'));
  try {
    await unpackWhole(folder);
    const draft = join(dirname(packFile), ownedName('writing'));
    try {
      await writeFile(draft, await packOf(folder));
      await rename(draft, packFile);
    } finally {
      await rm(draft, { force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return packFile;
}

async function unpackWhole(folder: string): Promise<void> {
  const [chromium, fonts] = [join(folder, packed.chromium), join(folder, packed.fonts)];
  await Promise.all([mkdir(chromium), mkdir(fonts)]);
  await Promise.all([unbrotliChromium(chromium), unbrotliFonts(fonts)]);
}

/** Head and frames of all files of a folder. */
async function packOf(folder: string): Promise<Buffer[]> {
  const paths = await filesOf(folder);
  const stats = await Promise.all(paths.map((path) => stat(path)));
  const pieces = stats.flatMap(({ size }, file) => piecesOf(file, size));
  const compressed = await compressAll(paths, pieces);
  let at = 0;
  const frames = pieces.map(({ file, offset, bytes }, index): Frame => {
    const packedBytes = compressed[index]!.length;
    at += packedBytes;
    return [file, offset, bytes, at - packedBytes, packedBytes];
  });
  const files = paths.map((path, index) => ({
    path: posixPath(relative(folder, path)),
    mode: stats[index]!.mode & 0o777,
  }));
  return [headOf({ version: chromiumVersion, files, frames }), ...compressed];
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

function piecesOf(file: number, size: number): Piece[] {
  return Array.from({ length: Math.ceil(size / frameBytes) }, (_, index) => {
    const offset = index * frameBytes;
    return { file, offset, bytes: Math.min(frameBytes, size - offset) };
  });
}

/** As many at once as there are cores, in the order of the pieces. */
async function compressAll(paths: readonly string[], pieces: readonly Piece[]): Promise<Buffer[]> {
  const results: Buffer[] = [];
  const queue = pieces.entries();
  async function worker(): Promise<void> {
    for (const [index, piece] of queue) {
      results[index] = await compress(await readPiece(paths[piece.file]!, piece), { params });
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

async function readPiece(path: string, { offset, bytes }: Piece): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, offset);
    return buffer;
  } finally {
    await file.close();
  }
}
