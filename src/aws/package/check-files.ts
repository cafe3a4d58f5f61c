import { ConfigError } from '../../errors.ts';
import { posixPath } from '../../system/posix-path.ts';

/**
 * Looks for what would fail on Lambda, at the first card.
 *
 * @throws {ConfigError} something is missing, for another system, or linked as no zip can be.
 */
export function checkFiles(files: readonly string[]): void {
  const names = files.map(posixPath);
  const has = (part: string) => names.some((name) => name.includes(part));
  if (!has('/@img/sharp-linux-x64/')) {
    throw new ConfigError(
      'sharp is here for another system than Lambda: npm install --no-save --os=linux --cpu=x64 --libc=glibc sharp',
    );
  }
  if (!has('/@sparticuz/chromium/bin/chromium.'))
    throw new ConfigError('@sparticuz/chromium, the browser for Lambda, is not installed.');
  if (!has('/@aws-sdk/client-s3/'))
    throw new ConfigError('@aws-sdk/client-s3 is not installed: npm install -D @aws-sdk/client-s3');
  if (has('/node_modules/.pnpm/')) {
    throw new ConfigError(
      'Packages are linked as pnpm does it, and the archive for Lambda has no links: "nodeLinker: hoisted" in pnpm-workspace.yaml lays them out.',
    );
  }
}
