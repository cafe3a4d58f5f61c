import type { Command } from 'commander';
import type { StartOptions } from '../start.ts';

/** A server, and the studio. */
export function declareStart(program: Command): void {
  program
    .command('start')
    .description('serve cards on this machine (PORT, HOST), and see templates as they are edited')
    .option('--site-folder <folder>', 'a built site: the studio shows the cards of its pages')
    .action(async (options: StartOptions) => {
      (await import('../small-heap.ts')).keepHeapSmall();
      await (await import('../start.ts')).start(options);
    });
}
