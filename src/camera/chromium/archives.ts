import { createWriteStream, readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate, inflateHere } from './inflate.ts';
import { openPack, type Pack } from './pack-file.ts';
import { unbrotli, unpackOnce } from './unpack.ts';

/** What the npm package of Chromium carries: archives, and one version for all of them. */
const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
const archive = (name: string) => join(packageFolder, 'bin', name);

export const { version: chromiumVersion } = JSON.parse(
  readFileSync(join(packageFolder, 'package.json'), 'utf8'),
) as { version: string };

/** Where {@link packBrowser} puts it: whoever replaces the archives removes it with them. */
export const packFile = archive('chromium.pack');

/** The same browser, compressed less and inflated in a third of the time, where somebody packed it. */
export function currentPack(): Pack | undefined {
  const pack = openPack(packFile);
  return pack?.index.version === chromiumVersion ? pack : undefined;
}

/** All that a browser is made of; what is there already is left as it is. */
export async function unpackAll(folder: string) {
  const [paths, fontconfigFile] = await Promise.all([unpackChromium(folder), unpackFontconfig(folder)]);
  return { ...paths, fontconfigFile };
}

/**
 * The same, for other users to run: a container is built by root. Nobody but us may write there.
 */
export async function unpackForAll(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { executablePath } = await unpackAll(folder);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    await chmod(path, entry.isDirectory() || path === executablePath ? 0o755 : 0o644);
  }
  await chmod(folder, 0o755);
}

/** Chromium (67 MB of brotli, 209 MB on disk) and the libraries that bare systems lack. */
async function unpackChromium(temporaryFolder: string) {
  const folder = join(temporaryFolder, `chromium-${chromiumVersion}`);
  await unpackOnce(folder, 'chromium', async (draft) => {
    const pack = currentPack();
    await (pack ? inflate(pack, packed.chromium, draft) : unbrotliChromium(draft));
  });
  return { executablePath: join(folder, 'chromium'), libraryFolder: join(folder, 'lib') };
}

/** The folders of a pack. */
export const packed = { chromium: 'chromium', fonts: 'fonts' };

export async function unbrotliChromium(folder: string): Promise<void> {
  await Promise.all([
    unbrotli(archive('chromium.br'), createWriteStream(join(folder, 'chromium'), { mode: 0o700 })),
    untar('al2023.tar.br', folder),
  ]);
}

export function unbrotliFonts(folder: string): Promise<void> {
  return untar('fonts.tar.br', folder);
}

async function untar(name: string, folder: string): Promise<void> {
  const { extract } = await import('tar-fs'); // a pack needs none
  await unbrotli(archive(name), extract(folder));
}

/**
 * A fontconfig of our own, for `FONTCONFIG_FILE`: one folder with one family.
 *
 * Chromium aborts when it finds no font at all, and fonts of the host would make a
 * card differ from machine to machine. The cards' own fonts travel in their documents.
 */
export async function unpackFontconfig(temporaryFolder: string): Promise<string> {
  const folder = join(temporaryFolder, `fonts-${chromiumVersion}`);
  await unpackOnce(folder, 'fonts.conf', async (draft) => {
    const pack = currentPack();
    await (pack ? inflateHere(pack, packed.fonts, draft) : unbrotliFonts(draft));
    await writeFile(join(draft, 'fonts.conf'), fontconfig(folder));
  });
  return join(folder, 'fonts.conf');
}

function fontconfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  <match target="pattern"><edit name="rgba" mode="assign"><const>none</const></edit></match>
</fontconfig>
`;
}
