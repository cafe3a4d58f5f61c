// Starts browsers, says their pids, and is killed while the last one is starting: what the
// machine running out of memory does to us. With `hanging` the browsers are stopped before.
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from '../../src/camera/chromium/launch.ts';
import { findChromium } from '../../src/camera/chromium/binary.ts';
import { openTemporaryFolder } from '../../src/system/temporary-folder.ts';
import { readConfig } from '../../src/config.ts';
import { browserPids, familyOf } from './processes.ts';

const [count = '1', startingMs = '0', hanging] = process.argv.slice(2);
const config = readConfig({});
const temporaryFolder = openTemporaryFolder(config.temporaryFolder);
const binary = await (await findChromium(config, temporaryFolder)).prepare();
const options = { temporaryFolder, sandbox: false, serverless: false, timeoutMs: 20_000 };
for (let browser = 0; browser < Number(count); browser++) await launchChromium(binary, options);
if (Number(startingMs) > 0) {
  void launchChromium(binary, options);
  await pause(Number(startingMs));
}
const pids = browserPids();
if (hanging) for (const { pid } of pids.flatMap(familyOf)) process.kill(pid, 'SIGSTOP');
process.stdout.write(pids.join(' '), () => process.kill(process.pid, 'SIGKILL'));
