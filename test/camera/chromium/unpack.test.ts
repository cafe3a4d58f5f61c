import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryFolder, ownedName, sweep } from '../../../src/system/temporary-folder.ts';
import { unpackOnce } from '../../../src/camera/chromium/unpack.ts';
import { typescript } from '../../support/typescript.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cardstock-unpack-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const whole = 'x'.repeat(1_000);

/** Unpacks a folder with one file, and counts how often. */
function unpacker() {
  let fills = 0;
  return {
    get fills() {
      return fills;
    },
    unpack: () =>
      unpackOnce(join(root, 'thing-1'), 'file', async (draft) => {
        fills += 1;
        await pause(20);
        writeFileSync(join(draft, 'file'), whole);
      }),
  };
}

const content = () => readFileSync(join(root, 'thing-1', 'file'), 'utf8');

describe('unpacking', () => {
  it('happens once', async () => {
    const unpacking = unpacker();
    await unpacking.unpack();
    await unpacking.unpack();
    expect(content()).toBe(whole);
    expect(unpacking.fills).toBe(1);
    expect(readdirSync(root)).toEqual(['thing-1']);
  });

  it.each([
    ['a file', () => writeFileSync(join(root, 'thing-1'), 'foreign')],
    ['an empty folder', () => mkdirSync(join(root, 'thing-1'))],
    [
      'a folder that somebody else filled',
      () => {
        mkdirSync(join(root, 'thing-1'));
        writeFileSync(join(root, 'thing-1', 'file'), 'foreign');
      },
    ],
  ])('replaces %s in its place', async (_name, place) => {
    place();
    await unpacker().unpack();
    expect(content()).toBe(whole);
    expect(readdirSync(root)).toEqual(['thing-1']);
  });

  it('replaces what was cut short after it was unpacked', async () => {
    await unpacker().unpack();
    writeFileSync(join(root, 'thing-1', 'file'), whole.slice(0, 500));
    await unpacker().unpack();
    expect(content()).toBe(whole);
  });

  it('is whole for two who begin together', async () => {
    await Promise.all([unpacker().unpack(), unpacker().unpack()]);
    expect(content()).toBe(whole);
    expect(readdirSync(root)).toEqual(['thing-1']);
  });

  it('is whole for two processes that begin together', async () => {
    const module = join(import.meta.dirname, '../../../src/camera/chromium/unpack.ts');
    const script = `
      import { writeFileSync } from 'node:fs';
      import { unpackOnce } from ${JSON.stringify(module)};
      const [folder, letter] = process.argv.slice(-2);
      await unpackOnce(folder, 'file', async (draft) => {
        writeFileSync(draft + '/file', letter.repeat(500));
        console.log('half');
        await new Promise((go) => process.stdin.once('data', go));
        writeFileSync(draft + '/file', letter.repeat(1_000));
      });
      process.stdin.destroy();`;
    const folder = join(root, 'thing-1');
    const children = ['a', 'b'].map((letter) =>
      spawn(process.execPath, [
        ...typescript,
        '--input-type=module-typescript',
        '--eval',
        script,
        folder,
        letter,
      ]),
    );
    await Promise.all(children.map((child) => once(child.stdout, 'data'))); // both are in the middle
    const ends = children.map((child) => once(child, 'exit'));
    for (const child of children) child.stdin.write('go on');
    expect(await Promise.all(ends)).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(['a'.repeat(1_000), 'b'.repeat(1_000)]).toContain(content());
    expect(readdirSync(root)).toEqual(['thing-1']);
  });

  it('leaves nothing behind when it fails, and can be tried again', async () => {
    const failing = unpackOnce(join(root, 'thing-1'), 'file', () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
    expect(readdirSync(root)).toEqual([]);
    await unpacker().unpack();
    expect(content()).toBe(whole);
  });

  it('killed in the middle leaves nothing that is trusted, and is swept up by the next', async () => {
    const module = join(import.meta.dirname, '../../../src/camera/chromium/unpack.ts');
    const script = `
      import { writeFileSync } from 'node:fs';
      import { unpackOnce } from ${JSON.stringify(module)};
      await unpackOnce(${JSON.stringify(join(root, 'thing-1'))}, 'file', (draft) => {
        writeFileSync(draft + '/file', 'half');
        console.log('in the middle');
        return new Promise(() => setInterval(() => {}, 1000));
      });`;
    const child = spawn(process.execPath, [
      ...typescript,
      '--input-type=module-typescript',
      '--eval',
      script,
    ]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readdirSync(root)).toEqual([expect.stringMatching(/^unpacking-/)]);
    sweep(root);
    expect(readdirSync(root)).toEqual([]);
    await unpacker().unpack();
    expect(content()).toBe(whole);
  });
});

describe('the sweep', () => {
  it('leaves alone what belongs to a living process or to nobody we know', () => {
    const names = [ownedName('profile'), 'chromium-153.0.0', 'profile-of-somebody', 'unpacking-x-1'];
    for (const name of names) mkdirSync(join(root, name));
    sweep(root);
    expect(readdirSync(root).toSorted()).toEqual(names.toSorted());
  });
});

describe('the temporary folder', () => {
  it('is the same each time, and ours alone', () => {
    const folder = openTemporaryFolder(root);
    expect(openTemporaryFolder(root)).toBe(folder);
    expect(lstatSync(folder).mode & 0o077).toBe(0);
  });

  it.each([
    ['a file', (path: string) => writeFileSync(path, 'foreign')],
    [
      'a folder that anyone can write to',
      (path: string) => {
        mkdirSync(path);
        chmodSync(path, 0o777);
      },
    ],
  ])('is not %s that lies in its place', (_name, place) => {
    const usual = openTemporaryFolder(root);
    rmSync(usual, { recursive: true });
    place(usual);
    const before = lstatSync(usual);
    const folder = openTemporaryFolder(root);
    expect(folder).not.toBe(usual);
    expect(lstatSync(folder).isDirectory()).toBe(true);
    expect(lstatSync(usual)).toEqual(before);
    expect(openTemporaryFolder(root)).toBe(folder); // what was unpacked there is found again
    expect(readdirSync(root)).toHaveLength(2);
  });

  it('is no other one either that a stranger made to be found', () => {
    const usual = openTemporaryFolder(root);
    rmSync(usual, { recursive: true });
    writeFileSync(usual, 'foreign');
    mkdirSync(`${usual}-AAAAAA`);
    chmodSync(`${usual}-AAAAAA`, 0o777);
    symlinkSync(tmpdir(), `${usual}-BBBBBB`);
    const folder = openTemporaryFolder(root);
    expect(folder).not.toMatch(/-(AAAAAA|BBBBBB)$/);
    expect(openTemporaryFolder(root)).toBe(folder);
  });

  it('sweeps the other one up once its own place is free again, when nobody works there', () => {
    const usual = openTemporaryFolder(root);
    rmSync(usual, { recursive: true });
    writeFileSync(usual, 'foreign');
    const other = openTemporaryFolder(root);
    const profile = join(other, ownedName('profile'));
    mkdirSync(profile);
    rmSync(usual);
    expect(openTemporaryFolder(root)).toBe(usual);
    expect(existsSync(other)).toBe(true);
    rmSync(profile, { recursive: true });
    expect(openTemporaryFolder(root)).toBe(usual);
    expect(existsSync(other)).toBe(false);
  });

  it.skipIf(process.getuid?.() !== 0)('is not a folder of somebody else that lies in its place', () => {
    const usual = openTemporaryFolder(root);
    chownSync(usual, 65_534, 65_534);
    expect(openTemporaryFolder(root)).not.toBe(usual);
    expect(lstatSync(usual).uid).toBe(65_534);
  });

  it('is not a link to a folder, even to one of ours', () => {
    const usual = openTemporaryFolder(root);
    renameSync(usual, join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), usual);
    expect(openTemporaryFolder(root)).not.toBe(usual);
  });
});
