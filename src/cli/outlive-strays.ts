import { report } from '../system/report.ts';

/**
 * What a template has left running may throw where nobody waits for it: in a timer, in a promise
 * without an `await`. Node would end the process, and whoever asks for that card could end it
 * again and again. So it is told, and costs neither other cards nor the service; whether cards
 * are still drawn, `/ready` tries. Where the reader of the log has gone, nothing is told: to tell
 * of that would fail again, for ever.
 */
export function outliveStrays(): void {
  for (const log of [process.stdout, process.stderr]) log.on('error', () => {});
  process.removeAllListeners('uncaughtException'); // that of other commands, which ends the process
  process.on('uncaughtException', (error) => report('nobody caught this; the server goes on:', error));
  process.on('unhandledRejection', (error) => report('nobody waited for this; the server goes on:', error));
}
