import type { Command } from 'commander';
import type { StartOptions } from '../start.ts';

/** A server, and the studio. */
export function declareStart(program: Command): void {
  program
    .command('start')
    .description('serve cards on this machine and see templates as they are edited')
    .aliases(['dev', 'serve'])
    .option('--port <number>', 'where to listen, 0 for any free port (PORT; 8888, or the next that is free)')
    .option('--open', 'show it in a browser')
    .option('--site-folder <folder>', 'a built site: the studio shows the cards of its pages')
    .action(async (options: StartOptions) => {
      (await import('../small-heap.ts')).keepHeapSmall();
      await (await import('../start.ts')).start(options);
    });
}
