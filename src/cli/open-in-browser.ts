import { spawn } from 'node:child_process';
import { warn } from '../system/report.ts';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Shows an address or a file in the browser of this machine, or in `BROWSER`; where there is none it is said. */
export function openInBrowser(address: string): void {
  const own = process.env['BROWSER'];
  const [command, ...words] = own ? [own] : (openers[process.platform] ?? ['xdg-open']);
  const child = spawn(command!, [...words, address], { detached: true, stdio: 'ignore' });
  child.on('error', () => warn(`no browser could be opened: ${address} shows it`));
  child.unref();
}
