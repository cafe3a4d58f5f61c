// Runs in a process of its own, in place of Lambda's Node runtime: imports the entry that
// Netlify made and hands it one event after the other. It imports nothing of ours, so a bundle
// has but its own files.
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { LambdaAnswer, LambdaEvent } from './check-lambda.ts';

type Metadata = Omit<LambdaAnswer, 'body'>;
type Handler = (event: LambdaEvent, answer: PassThrough, context: object) => Promise<void>;

let metadata: Metadata;
const awslambda = {
  streamifyResponse: (handler: Handler) => handler,
  HttpResponseStream: {
    from(stream: PassThrough, given: Metadata) {
      metadata = given;
      return stream;
    },
  },
};
Object.assign(globalThis, { awslambda });

const { handler } = (await import(pathToFileURL(process.argv[2]!).href)) as { handler: Handler };

process.on('message', (event: LambdaEvent) => void answer(event));
// In an orderly way, which takes the browser along.
for (const end of ['disconnect', 'SIGINT', 'SIGTERM']) process.on(end, () => process.exit());
process.send!('ready');

async function answer(event: LambdaEvent): Promise<void> {
  const stream = new PassThrough();
  const [body] = await Promise.all([
    buffer(stream),
    handler(event, stream, { awsRequestId: crypto.randomUUID(), getRemainingTimeInMillis: () => 60_000 }),
  ]);
  process.send!({ ...metadata, body });
}
