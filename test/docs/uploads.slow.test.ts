import { execFile } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openOriginals } from '../../src/pictures/originals/open-originals.ts';
import { gradient } from '../card/pictures/support/pictures.ts';
import { pathsOf } from '../pictures/originals/conformance.ts';
import { makeFolder } from '../support/folder.ts';
import { startServer } from '../support/started-server.ts';
import { readDocument, root } from './markdown.ts';
import { readSamples } from './samples.ts';

const run = promisify(execFile);

it('the commands of docs/uploads.md do what they say to a server that is started as it says', async () => {
  const folder = makeFolder({ 'photo.jpg': await gradient(90, 60).jpeg().toBuffer() });
  const cli = join(root, 'dist/src/cli/main.js');
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(join(folder, 'npx'), 0o755);
  const blocks = readSamples(readDocument('docs/uploads.md')).filter(({ language }) => language === 'bash');
  const [start, ...others] = blocks.map(({ text }) => text);
  const inFolder = { cwd: folder, env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` } };
  const [setting = '', command = ''] = start!.split('\n');
  expect(command).toBe('OG_PICTURES=./pictures npx cardstock-og start');
  const { stdout: token } = await run('bash', ['-c', `${setting}; printf %s "$OG_ADMIN_TOKEN"`], inFolder);
  const variables = { OG_ADMIN_TOKEN: token, OG_PICTURES: './pictures', CARDSTOCK_STORE: 'none' };
  const { origin } = await startServer({ folder, variables });
  const script = others.join('\n').replaceAll('localhost:8888', new URL(origin).host);
  expect(script).toContain('-X DELETE');
  const kept = script.replace(/^.*-X DELETE.*$/m, '');
  await run('bash', ['-euo', 'pipefail', '-c', `export OG_ADMIN_TOKEN=${token}\n${kept}`], inFolder);
  const originals = openOriginals(join(folder, 'pictures'));
  expect(await pathsOf(originals)).toEqual(['blog/photo.jpg']);
  const removal = [script.match(/^pictures\(\).*$/m)![0], script.match(/^.*-X DELETE.*$/m)![0]].join('\n');
  await run('bash', ['-euo', 'pipefail', '-c', `export OG_ADMIN_TOKEN=${token}\n${removal}`], inFolder);
  expect(await pathsOf(originals)).toEqual([]);
});
