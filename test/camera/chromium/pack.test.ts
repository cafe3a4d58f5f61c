import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompressSync } from 'node:zlib';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { inflate, inflateApart, inflateHere, taskOf } from '../../../src/camera/chromium/inflate.ts';
import { type Frame, headOf, openPack, type Pack } from '../../../src/camera/chromium/pack-file.ts';
import { unpackOnce } from '../../../src/camera/chromium/unpack.ts';

let root: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cardstock-pack-'));
  file = join(root, 'a.pack');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
});

const frameBytes = 1_000;
const params = { [constants.ZSTD_c_checksumFlag]: 1 };

/** A pack of some files, in frames of a thousand bytes. */
function writePack(contents: Readonly<Record<string, string>>): Pack {
  const packed: Buffer[] = [];
  let at = 0;
  const frames = Object.values(contents).flatMap((content, index) =>
    Array.from({ length: Math.ceil(content.length / frameBytes) }, (_, piece): Frame => {
      const part = content.slice(piece * frameBytes, (piece + 1) * frameBytes);
      const data = zstdCompressSync(part, { params });
      packed.push(data);
      at += data.length;
      return [index, piece * frameBytes, part.length, at - data.length, data.length];
    }),
  );
  const files = Object.keys(contents).map((path, index) => ({ path, mode: index === 0 ? 0o700 : 0o600 }));
  writeFileSync(file, Buffer.concat([headOf({ version: '1', files, frames }), ...packed]));
  return openPack(file)!;
}

const program = Array.from({ length: 700 }, (_, line) => `line ${line} of it`).join('\n');
const contents = {
  'a/program': program,
  'a/lib/deep/one': 'of one frame',
  'a/empty': '',
  'b/other': 'other',
};
const inflateInto = (folder: string, pack: Pack) =>
  unpackOnce(join(root, folder), 'program', (draft) => inflate(pack, 'a', draft));

describe('a pack', () => {
  it.each([
    [
      'in another process',
      async (...of: Parameters<typeof taskOf>) => expect(await inflateApart(taskOf(...of))).toBe(true),
    ],
    ['here', inflateHere],
  ])('is inflated to the very files it was made of, %s, and no others', async (_where, way) => {
    const pack = writePack(contents);
    const folder = join(root, 'out');
    mkdirSync(folder);
    await way(pack, 'a', folder);
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    expect([read('program'), read('lib/deep/one'), read('empty')]).toEqual([program, 'of one frame', '']);
    expect(statSync(join(folder, 'program')).mode & 0o777).toBe(0o700);
    expect(() => read('other')).toThrow('ENOENT');
  });

  it.each([
    ['cut short', () => truncateSync(file, statSync(file).size - 40)],
    [
      'changed in the middle',
      () => writeSync(openSync(file, 'r+'), 'XXXX', Math.floor(statSync(file).size * 0.8)),
    ],
  ])('that was %s is refused, and leaves nothing', async (_how, damage) => {
    const pack = writePack({ 'a/program': Buffer.from(program).toString('base64') + program });
    damage();
    await expect(inflateInto('thing', pack)).rejects.toThrow();
    expect(() => statSync(join(root, 'thing'))).toThrow('ENOENT');
  });

  it('is inflated whole for two who begin together', async () => {
    const pack = writePack(contents);
    await Promise.all([inflateInto('thing', pack), inflateInto('thing', pack)]);
    expect(readFileSync(join(root, 'thing/program'), 'utf8')).toBe(program);
  });

  it('is no other file, and none that is not there', () => {
    expect(openPack(file)).toBeUndefined();
    writeFileSync(file, 'x'.repeat(10));
    expect(openPack(file)).toBeUndefined();
    writeFileSync(file, 'x'.repeat(1_000));
    expect(openPack(file)).toBeUndefined();
  });
});

it.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')(
  'a disk that is full is told, and nothing is taken for a browser afterwards',
  async () => {
    const pack = writePack({ 'a/program': program.repeat(200) });
    const disk = join(root, 'disk');
    mkdirSync(disk);
    const run = promisify(execFile);
    const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).catch(
      () => undefined,
    );
    if (!mounted) return; // not allowed here
    onTestFinished(async () => void (await run('umount', [disk])));
    await expect(inflateInto('disk/thing', pack)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(() => statSync(join(disk, 'thing'))).toThrow('ENOENT');
  },
);
