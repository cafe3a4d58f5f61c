import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { typescript } from '../../typescript.ts';
import { processes } from '../../processes.ts';
import type { Invocation, InvocationResult } from './event.ts';

export interface FunctionPackage {
  /** Where it is unpacked, and alone. */
  readonly folder: string;
  /** As Lambda has it: `index.handler`, the file without its extension. */
  readonly handler: string;
  /** The name of that file. */
  readonly file: string;
  readonly memoryMegabytes: number;
  readonly timeoutMs: number;
  readonly variables: Readonly<Record<string, string>>;
}

const runtime = join(import.meta.dirname, 'runtime.ts');

/** One instance of a function: a process that handles one event at a time, and stands still between two. */
export class Instance {
  readonly #child: ChildProcess;
  readonly #died: Promise<never>;
  readonly #timeoutMs: number;
  #said = '';

  private constructor(child: ChildProcess, timeoutMs: number) {
    this.#child = child;
    this.#timeoutMs = timeoutMs;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
    }
    this.#died = once(child, 'exit').then(([code, signal]) => {
      throw new Error(`Runtime exited: ${signal ?? code}\n${this.#said.slice(-2_000)}`);
    });
    this.#died.catch(() => {}); // only bad news for who waits for an answer
  }

  /** A cold start: a fresh process with an empty folder for its temporary files. */
  static async start(code: FunctionPackage, temporaryFolder: string): Promise<Instance> {
    await mkdir(temporaryFolder, { recursive: true });
    const [, name = 'handler'] = code.handler.split('.');
    const child = fork(runtime, [join(code.folder, code.file), name], {
      cwd: code.folder,
      env: environment(code, temporaryFolder),
      execArgv: typescript,
      serialization: 'advanced',
      silent: true,
    });
    const instance = new Instance(child, code.timeoutMs);
    await instance.#answered();
    return instance;
  }

  /** What it has written to its log. */
  get log(): string {
    return this.#said;
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** @throws it ended, or took longer than it may; then it is ended. */
  async handle(event: Invocation['event']): Promise<InvocationResult> {
    this.#signal('SIGCONT');
    const answer = this.#answered();
    this.#child.send({ event, timeoutMs: this.#timeoutMs } satisfies Invocation);
    const late = setTimeout(() => this.#signal('SIGKILL'), this.#timeoutMs);
    try {
      return (await answer) as InvocationResult;
    } finally {
      clearTimeout(late);
      if (this.isAlive) this.#signal('SIGSTOP');
    }
  }

  async stop(): Promise<void> {
    if (!this.isAlive) return;
    const ended = once(this.#child, 'exit');
    this.#signal('SIGKILL');
    await ended;
  }

  #answered(): Promise<unknown> {
    return Promise.race([once(this.#child, 'message').then(([message]) => message as unknown), this.#died]);
  }

  /** To the process and to all that it has started. */
  #signal(signal: NodeJS.Signals): void {
    for (const pid of familyOf(this.#child.pid!)) {
      try {
        process.kill(pid, signal);
      } catch {
        // it has ended meanwhile
      }
    }
  }
}

function familyOf(pid: number, all = processes()): number[] {
  const children = all.filter(({ parent }) => parent === pid);
  return [pid, ...children.flatMap((child) => familyOf(child.pid, all))];
}

/** What Lambda sets, as far as any of our code or our dependencies' looks at it. */
function environment(
  { folder, handler, memoryMegabytes, variables }: FunctionPackage,
  temporaryFolder: string,
) {
  return {
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
    AWS_LAMBDA_FUNCTION_NAME: 'renderer',
    LAMBDA_TASK_ROOT: folder,
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TMPDIR: temporaryFolder,
    TZ: ':UTC',
    _HANDLER: handler,
    ...variables,
  };
}
