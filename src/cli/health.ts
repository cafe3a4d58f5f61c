import { readConfig } from '../config.ts';

/** Not by name: a container need not know what localhost is. */
const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Asks the server of this machine, as the health check of a container does; exits with 1 where it is not well. */
export async function health({ ready = false }: { ready?: boolean }): Promise<void> {
  const { host, port, adminPort } = readConfig();
  const name = everywhere[host] ?? host;
  const address = `http://${name.includes(':') ? `[${name}]` : name}:${adminPort ?? port}/${ready ? 'ready' : 'health'}`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    console.log(`${address}: ${response.status} ${(await response.text()).trim()}`);
    if (!response.ok) process.exitCode = 1;
  } catch (error) {
    const { cause, message } = error as Error;
    console.log(`${address}: ${(cause as NodeJS.ErrnoException | undefined)?.code ?? message}`);
    process.exitCode = 1;
  }
}
