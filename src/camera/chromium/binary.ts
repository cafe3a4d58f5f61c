import { existsSync, statSync } from 'node:fs';
import { ConfigError } from '../../errors.ts';
import type { CameraSettings } from '../settings.ts';
import { chromiumVersion, unpackAll, unpackFontconfig } from './archives.ts';

/** A headless_shell makes frames on demand; a full Chrome is photographed by `Page.captureScreenshot`. */
export type ChromiumKind = 'headless-shell' | 'chrome';

export interface ChromiumBinary {
  readonly executablePath: string;
  readonly kind: ChromiumKind;
  readonly fontconfigFile: string;
  /** Libraries that travel with the binary, for systems without NSS. */
  readonly libraryFolder?: string;
}

/** Where the browser will come from; known at once, before anything is inflated or started. */
export interface ChromiumSource {
  readonly kind: ChromiumKind;
  /** Part of every cache key: another browser may draw another picture. */
  readonly engine: string;
  /** Makes the binary ready to run; the first call pays, later ones share it. */
  prepare(): Promise<ChromiumBinary>;
}

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * `CARDSTOCK_CHROME`, else the bundled Chromium where it runs (Linux x64), else an installed Chrome.
 *
 * @throws {ConfigError} there is no browser for this machine.
 */
export async function findChromium(
  { chromePath, browserFolder }: Pick<CameraSettings, 'chromePath' | 'browserFolder'>,
  temporaryFolder: string,
): Promise<ChromiumSource> {
  if (chromePath) return installed(chromePath, temporaryFolder);
  if (process.platform === 'linux' && process.arch === 'x64')
    return bundled(browserFolder ?? temporaryFolder);
  return installed(await installedChrome(), temporaryFolder);
}

function bundled(folder: string): ChromiumSource {
  return {
    kind: 'headless-shell',
    engine: `headless-shell ${chromiumVersion}`,
    prepare: shareFlight(async () => {
      const unpacked = await unpackAll(folder);
      return { ...unpacked, kind: 'headless-shell' };
    }),
  };
}

function installed(executablePath: string, temporaryFolder: string): ChromiumSource {
  if (!existsSync(executablePath)) throw new ConfigError(`CARDSTOCK_CHROME: no file at ${executablePath}.`);
  const { size, mtimeMs } = statSync(executablePath);
  return {
    kind: 'chrome',
    engine: `chrome ${size} ${mtimeMs}`,
    prepare: shareFlight(async () => {
      return { executablePath, kind: 'chrome', fontconfigFile: await unpackFontconfig(temporaryFolder) };
    }),
  };
}

/** One flight for all who ask; a failure is forgotten, for a full disk now is no full disk for good. */
function shareFlight<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let flight: Promise<Value> | undefined;
  return () => {
    flight ??= work().catch((error: unknown) => {
      flight = undefined;
      throw error;
    });
    return flight;
  };
}

async function installedChrome(): Promise<string> {
  const puppeteer = await import('puppeteer-core');
  const chrome = await puppeteer.executablePath('chrome').catch(() => undefined);
  const found = [chrome, ...usualPlaces].find((path) => path && existsSync(path));
  if (found) return found;
  throw new ConfigError(
    `No browser for ${process.platform} ${process.arch}: install Chrome, or set CARDSTOCK_CHROME to one.`,
  );
}
