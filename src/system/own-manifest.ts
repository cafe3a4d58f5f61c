import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Of our own `package.json`, what we go by. */
export interface OwnManifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Wherever we are installed, compiled or not: the nearest one above us. */
export function ownManifest(folder = import.meta.dirname): OwnManifest {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as OwnManifest;
  } catch {
    return ownManifest(dirname(folder));
  }
}
