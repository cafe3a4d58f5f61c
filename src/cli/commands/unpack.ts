import type { Command } from 'commander';

/** Chromium in a folder. */
export function declareUnpack(program: Command): void {
  program
    .command('unpack')
    .description(
      'unpack Chromium into a folder, for CARDSTOCK_BROWSER_FOLDER: when an image of a container is built',
    )
    .argument('<folder>', 'which all may read, and nobody needs to write to')
    .action(async (folder: string) => (await import('../unpack.ts')).unpack(folder));
}
