import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../system/write-whole.ts';
import type { PackageManifest } from './package-manifest.ts';

/** A script that makes cards, and what became of it. */
export interface PackageScript {
  readonly name: string;
  readonly command: string;
  readonly isNew: boolean;
  /** What the project has under that name instead. */
  readonly other?: string;
}

/**
 * Gives `package.json` a script that makes the cards of what was built: after each build where
 * there is one and it may follow, else by a name of its own. A script that is there stays.
 */
export async function addScript(
  folder: string,
  { scripts = {} }: PackageManifest,
  { command, runsAfterwards }: { command: string; runsAfterwards: boolean },
): Promise<PackageScript> {
  const names = 'build' in scripts && runsAfterwards ? ['postbuild', 'cards'] : ['cards'];
  const there = Object.entries(scripts).find(([, script]) => script.includes('cardstock'));
  if (there) return { name: there[0], command: there[1], isNew: false };
  const name = names.find((each) => !(each in scripts));
  const last = names.at(-1)!;
  if (name === undefined) return { name: last, command, isNew: false, other: scripts[last]! };
  await writeScript(join(folder, 'package.json'), name, command);
  return { name, command, isNew: true };
}

/** The file stays indented as it is. */
async function writeScript(file: string, name: string, command: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const manifest = JSON.parse(text.replace(/^\ufeff/, '')) as PackageManifest;
  const [, indent] = /^([\t ]+)"/m.exec(text) ?? [];
  const isOnOneLine = indent === undefined && text.trim() !== '{}';
  const changed = { ...manifest, scripts: { ...manifest.scripts, [name]: command } };
  const json = JSON.stringify(changed, undefined, isOnOneLine ? undefined : (indent ?? '  '));
  const whole = text.endsWith('\n') ? `${json}\n` : json;
  await writeWhole(file, text.includes('\r\n') ? whole.replaceAll('\n', '\r\n') : whole);
}
