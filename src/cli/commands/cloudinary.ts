import type { Command } from 'commander';

/** The account that caches cards. */
export function declareCloudinary(program: Command): void {
  program
    .command('cloudinary')
    .description('the account that caches the cards (CLOUDINARY_URL)')
    .command('setup')
    .description('check the account and upload the carrier image')
    .action(async () => (await import('../cloudinary.ts')).setUp());
}
