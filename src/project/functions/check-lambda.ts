import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';

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
  /** The end of what the function has written into its log. */
  log(): string;
  /** The exit code of the process, once it has ended. */
  stop(): Promise<number | null>;
}

const runtime = join(import.meta.dirname, `check-lambda-runtime${extname(import.meta.filename)}`);
const maxLogLength = 4_000;

/** Starts a fresh process with Lambda's environment and nothing of ours. */
export async function startLambda(options: LambdaOptions): Promise<Lambda> {
  const child = fork(runtime, [options.entry], {
    cwd: options.workingFolder,
    env: environment(options),
    execArgv: [],
    serialization: 'advanced',
    silent: true,
  });
  const log = keepLog(child);
  const ended = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  const died = ended.then(([code, signal]) => {
    throw new Error(`The function's process ended with ${signal ?? code}:\n${log()}`);
  });
  died.catch(() => {}); // only bad news for those who wait for an answer
  const answered = () => Promise.race([once(child, 'message').then(([message]) => message as unknown), died]);
  await answered(); // it says that it is ready
  return {
    log,
    async ask(request) {
      const event = await toEvent(request);
      const answer = answered();
      child.send(event, () => {}); // whether it has died is heard above
      return (await answer) as LambdaAnswer;
    },
    async stop() {
      if (child.connected) child.disconnect();
      const [code] = await ended;
      return code;
    },
  };
}

function keepLog({ stdout, stderr }: ChildProcess): () => string {
  let kept = '';
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (kept = (kept + text).slice(-maxLogLength)));
  }
  return () => kept.trim();
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
