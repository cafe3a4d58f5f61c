// Starts a browser, says its pid, and is killed: what the machine running out of memory does to us.
import { launchChromium } from '../../src/camera/chromium/launch.ts';
import { findChromium } from '../../src/camera/chromium/binary.ts';
import { openTemporaryFolder } from '../../src/system/temporary-folder.ts';
import { readConfig } from '../../src/config.ts';

const config = readConfig({});
const temporaryFolder = openTemporaryFolder(config.temporaryFolder);
const binary = await (await findChromium(config, temporaryFolder)).prepare();
const { pid } = await launchChromium(binary, {
  temporaryFolder,
  sandbox: false,
  serverless: false,
  timeoutMs: 20_000,
});
process.stdout.write(String(pid), () => process.kill(process.pid, 'SIGKILL'));
