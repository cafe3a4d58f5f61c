import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Process, processes } from '../../support/processes.ts';
import type { ImageConfig } from './dockerfile.ts';

const script = join(import.meta.dirname, 'as-container.sh');
const asInDocker = readFileSync(join(import.meta.dirname, '../../support/as-docker.pl'), 'utf8');
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Whether this machine lets us make images and containers; engines need no more. */
export function canHaveContainers(): boolean {
  const works = (command: string, ...words: string[]) => spawnSync(command, words).status === 0;
  return (
    process.getuid?.() === 0 &&
    works('mmdebstrap', '--version') &&
    works('unshare', '--mount', '--pid', '--fork', 'mount', '--bind', '/tmp', '/tmp')
  );
}

interface ContainerOptions {
  readonly root: string;
  readonly image: ImageConfig;
  readonly variables: Readonly<Record<string, string>>;
  /** Whether system calls are filtered as Docker does by default. */
  readonly isFiltered: boolean;
}

/** A program in a container, as `docker run` starts it; ended when the test is over. */
export class Container {
  readonly #child: ChildProcess;
  readonly #image: ImageConfig;
  readonly #env: Readonly<Record<string, string>>;
  readonly #exited: Promise<unknown>;
  said = '';

  constructor({ root, image, variables, isFiltered }: ContainerOptions) {
    this.#image = image;
    this.#env = { PATH: path, HOME: `/home/${image.user}`, ...image.variables, ...variables };
    const filter = isFiltered ? ['perl', '-e', asInDocker] : [];
    const words = ['sh', script, root, '/cache', image.user, image.folder, ...filter, ...image.command];
    this.#child = spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', ...words], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout!, this.#child.stderr!]) {
      stream.on('data', (bytes) => (this.said += String(bytes)));
    }
    this.#exited = once(this.#child, 'exit');
    onTestFinished(() => void this.#child.kill('SIGKILL'));
  }

  /** Its process 1, as the machine around it counts. */
  get #first(): Process {
    const first = processes().find(({ parent }) => parent === this.#child.pid);
    if (!first) throw new Error(`The container has ended: ${this.said}`);
    return first;
  }

  /** All of its processes. */
  processes(namespace = this.namespace): Process[] {
    return processes().filter(({ pid }) => namespaceOf(pid) === namespace);
  }

  get namespace(): string | undefined {
    return namespaceOf(this.#first.pid);
  }

  /** Runs something in it as its user, and returns what that says. */
  run(...command: string[]): string {
    const within = ['--target', String(this.#first.pid), '--mount', '--pid', '--wd'];
    const { user } = this.#image;
    const asUser = ['setpriv', '--reuid', user, '--regid', user, '--init-groups'];
    const words = [...within, '--', ...asUser, ...command];
    return execFileSync('nsenter', words, { env: this.#env, encoding: 'utf8', stdio: 'pipe' });
  }

  /** As `docker stop` does; returns its exit code. */
  async stop(): Promise<number | null> {
    process.kill(this.#first.pid, 'SIGTERM');
    await this.#exited;
    return this.#child.exitCode;
  }
}

function namespaceOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined; // it has ended
  }
}
