import { lstatSync, realpathSync } from 'node:fs';
import { currentPack } from '../../camera/chromium/archives.ts';
import { findPackage } from '../../card/fonts/find-package.ts';
import { ownManifest } from '../../system/own-manifest.ts';

/**
 * What a function needs of our packages beside what it imports: tracing follows imports, and what
 * is found by path and read must be named. netlify.toml says the same for this repository.
 */
const particular: Readonly<Record<string, string>> = {
  '@fontsource/inter': 'files/*-normal.woff2',
  '@fontsource/jetbrains-mono': 'files/*-normal.woff2',
  '@fontsource-variable/newsreader': 'files/*-wght-{normal,italic}.woff2',
  '@fontsource/noto-color-emoji': 'files/noto-color-emoji-emoji-400-normal.woff2',
};

/** Globs of the fonts that ship, for both functions. */
export function shippedFonts(): string[] {
  const { dependencies } = ownManifest();
  return Object.keys(dependencies)
    .filter((name) => name.startsWith('@fontsource'))
    .flatMap((name) =>
      filesOfPackage(name, import.meta.dirname, `{package.json,unicode.json,${fontsIn(name)}}`),
    );
}

function fontsIn(name: string): string {
  const usual = name.startsWith('@fontsource-variable/')
    ? 'files/*-wght-normal.woff2'
    : 'files/*-400-normal.woff2';
  return particular[name] ?? usual;
}

/** Globs of what breaks words into syllables, a file a language: read when a word needs it. */
export function syllableFiles(): string[] {
  return filesOfPackage('hyphen', import.meta.dirname, '{package.json,patterns/*.js}');
}

/** Globs of the browser and what it needs on a bare system: packed anew or as it came, and not both. Nothing here uses a GPU. */
export function browserFiles(): string[] {
  const archives = currentPack() ? 'bin/chromium.pack' : 'bin/{chromium,al2023.tar,fonts.tar}.br';
  const files = `{package.json,build/index.js,${archives}}`;
  return filesOfPackage('@sparticuz/chromium', import.meta.dirname, files);
}

/** What our code can load and no function does, for its project is compiled: 30 MB. */
const neverLoaded = ['esbuild', `@esbuild/${process.platform}-${process.arch}`, '@parcel/watcher'];

/**
 * Folders of what stays behind though tracing finds it.
 *
 * @param others Packages that this project does not use.
 */
export function leftBehind(others: readonly string[] = []): string[] {
  const esbuild = findPackage('esbuild', import.meta.dirname);
  const folders = [import.meta.dirname, ...(esbuild ? [realpathSync(esbuild)] : [])];
  const names = [...neverLoaded, ...others];
  const found = names.map((name) => folders.map((folder) => findPackage(name, folder)).find(Boolean));
  return found.flatMap((path) => (path ? [realpathSync(path)] : []));
}

/**
 * Files of a package, where they really lie; and the link by which they are found, where package
 * managers use links.
 *
 * @param folder Of whoever imports it: under pnpm each package sees its own.
 */
export function filesOfPackage(name: string, folder: string, files: string): string[] {
  const found = findPackage(name, folder);
  if (found === undefined) return [];
  const glob = `${escapeGlob(realpathSync(found))}/${files}`;
  return lstatSync(found).isSymbolicLink() ? [escapeGlob(found), glob] : [glob];
}

/** Folders may be called `(site)` or `[lang]`. */
export function escapeGlob(path: string): string {
  return path.replaceAll(/[()[\]{}*?!]/g, String.raw`\$&`);
}
