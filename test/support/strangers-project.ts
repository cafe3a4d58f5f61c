import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** By which name a package manager is called, and what it installs a tarball by. */
const installers = {
  npm: ['npm', 'install', '--prefer-offline', '--ignore-scripts', ...quiet],
  pnpm: ['npx', '--yes', 'pnpm@10.34.9', 'add', '--prefer-offline', '--ignore-scripts', '--silent'],
} as const;

export type Installer = keyof typeof installers;

/** The package as a registry would have it. */
export async function packPackage(folder: string): Promise<string> {
  await run('npm', ['pack', root, '--ignore-scripts', '--pack-destination', folder, ...quiet], { cwd: root });
  const [name] = readdirSync(folder).filter((each) => each.endsWith('.tgz'));
  return join(folder, name!);
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty folder of somebody else, above which nothing is installed, and what is typed there. */
export class StrangersProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'cardstock-stranger-'));
  readonly #env: NodeJS.ProcessEnv;

  constructor() {
    const path = [join(this.folder, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']];
    const env = { ...process.env };
    for (const name of ['NODE_ENV', 'VITEST']) delete env[name]; // of this test
    this.#env = { ...env, PATH: path.join(delimiter), NO_COLOR: '1' };
  }

  async install(by: Installer, ...packages: readonly string[]): Promise<void> {
    const [command, ...words] = installers[by];
    await run(command, [...words, ...packages], { cwd: this.folder });
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** A line as it is typed; `npx` finds what is installed here, and would find nothing else. */
  type(line: string, variables: Record<string, string> = {}, cwd = this.folder): Promise<Outcome> {
    const env = { ...this.#env, ...variables };
    return run('/bin/sh', ['-c', line.replace(/^npx /, '')], { cwd, env }).then(
      (done) => ({ code: 0, ...done }),
      (error: unknown) => error as Outcome,
    );
  }

  /** Starts what goes on until it is stopped, and waits for the address that it prints. */
  async start(line: string, port: number): Promise<{ origin: string; stop: () => Promise<void> }> {
    const env = { ...this.#env, PORT: String(port) };
    const words = line.replace(/^npx /, 'exec ');
    const child = spawn('/bin/sh', ['-c', words], {
      cwd: this.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
    const stop = async () => {
      child.kill('SIGTERM');
      await ended;
    };
    let complaints = '';
    child.stderr.on('data', (bytes) => (complaints += String(bytes)));
    for await (const said of createInterface(child.stdout)) {
      const [origin] = /http:\/\/localhost:\d+/.exec(said) ?? [];
      if (origin) return { origin, stop };
    }
    throw new Error(`"${line}" printed no address.\n${complaints}`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
