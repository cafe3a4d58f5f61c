import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typescript } from './typescript.ts';

/** A request as Netlify hands it to the function's entry. */
export interface LambdaEvent {
  readonly rawUrl: string;
  readonly path: string;
  readonly httpMethod: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

export interface LambdaAnswer {
  readonly statusCode: number;
  readonly multiValueHeaders: Record<string, string[]>;
  readonly body: Buffer;
}

interface LambdaOptions {
  /** The file whose `handler` is called. */
  readonly entry: string;
  readonly taskFolder: string;
  readonly workingFolder: string;
  readonly temporaryFolder: string;
  readonly variables?: Record<string, string>;
}

export interface Lambda {
  ask(request: Request): Promise<LambdaAnswer>;
  /** The exit code of the process, once it has ended. */
  stop(): Promise<number | null>;
}

/** Starts a fresh process with Lambda's environment and nothing of ours. */
export async function startLambda(options: LambdaOptions): Promise<Lambda> {
  const runtime = join(import.meta.dirname, 'netlify-lambda-runtime.ts');
  const child = fork(runtime, [options.entry], {
    cwd: options.workingFolder,
    env: environment(options),
    execArgv: typescript,
    serialization: 'advanced',
  });
  const ended = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  const died = ended.then(([code, signal]) => {
    throw new Error(`The function's process ended with ${signal ?? code}.`);
  });
  died.catch(() => {}); // only bad news for those who wait for an answer
  const answered = () => Promise.race([once(child, 'message').then(([message]) => message as unknown), died]);
  await answered(); // it says that it is ready
  return {
    async ask(request) {
      const event = await toEvent(request);
      const answer = answered();
      child.send(event);
      return (await answer) as LambdaAnswer;
    },
    async stop() {
      if (child.connected) child.disconnect();
      const [code] = await ended;
      return code;
    },
  };
}

/** What Lambda sets, as far as any of our code or our dependencies' looks at it. */
function environment({ taskFolder, temporaryFolder, variables }: LambdaOptions) {
  return {
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
    AWS_LAMBDA_FUNCTION_NAME: 'gen-opengraph-image',
    AWS_REGION: 'us-east-2',
    LAMBDA_TASK_ROOT: taskFolder,
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TMPDIR: temporaryFolder,
    TZ: ':UTC',
    ...variables,
  };
}

async function toEvent(request: Request): Promise<LambdaEvent> {
  const body = Buffer.from(await request.arrayBuffer());
  return {
    rawUrl: request.url,
    path: new URL(request.url).pathname,
    httpMethod: request.method,
    headers: Object.fromEntries(request.headers),
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}

/** The command lines of living processes that speak of a folder. */
export function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandLine)
    .filter((line) => line.includes(folder));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it ended meanwhile
  }
}
