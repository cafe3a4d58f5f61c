// Runs in a process of its own, in place of Lambda's Node runtime: imports the function and hands
// it one event after the other. It imports nothing of ours, so a package has but its own files.
import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { HandlerResult, Invocation, InvocationResult } from './event.ts';

type Buffered = (event: Invocation['event'], context: object) => Promise<HandlerResult>;
type Streaming = (event: Invocation['event'], answer: PassThrough, context: object) => Promise<void>;

let metadata: HandlerResult = {};
const streaming = new WeakSet<object>();
const awslambda = {
  streamifyResponse(handler: Streaming) {
    streaming.add(handler);
    return handler;
  },
  HttpResponseStream: {
    from(stream: PassThrough, given: HandlerResult) {
      metadata = given;
      return stream;
    },
  },
};
Object.assign(globalThis, { awslambda });

const [file, name] = process.argv.slice(2) as [string, string];
const imported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
const exports = (imported['default'] ?? {}) as Record<string, unknown>; // a CommonJS file has its own there
const handler = imported[name] ?? exports[name];

process.on('message', (invocation: Invocation) => {
  answer(invocation).then(
    (result) => process.send!(result),
    (error: unknown) => process.send!({ error: String(error) }),
  );
});
// As Lambda ends an instance: at once.
process.on('disconnect', () => process.exit());
process.send!('ready');

async function answer({ event, timeoutMs }: Invocation): Promise<InvocationResult> {
  const endsAt = Date.now() + timeoutMs;
  const context = {
    awsRequestId: randomUUID(),
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => endsAt - Date.now(),
  };
  if (!streaming.has(handler as object)) return unpack(await (handler as Buffered)(event, context));
  const stream = new PassThrough();
  metadata = {};
  const [body] = await Promise.all([buffer(stream), (handler as Streaming)(event, stream, context)]);
  return { ...unpack(metadata), body };
}

function unpack({ statusCode = 200, headers = {}, body = '', isBase64Encoded }: HandlerResult) {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: Object.fromEntries(named) as Record<string, string>,
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}
