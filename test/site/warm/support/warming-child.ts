// Warms what it is told to in a process of its own, which is there to be killed.
import { warm } from '../../../../src/site/warm/warm.ts';

const [target, stateFile] = process.argv.slice(2) as [string, string];
const caller = new AbortController();
process.once('SIGINT', () => caller.abort());

const { warmed, skipped, failed, wasAborted } = await warm(target, {
  stateFile,
  allowLocal: true,
  firstDelayMs: 1,
  signal: caller.signal,
});
process.stdout.write(JSON.stringify({ warmed, skipped, failed, wasAborted }));
