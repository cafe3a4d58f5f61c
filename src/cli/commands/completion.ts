import type { Command } from 'commander';

/** What shells know of all commands. */
export function declareCompletion(program: Command): void {
  program
    .command('completion')
    .description('print what makes Tab complete commands, options and templates in bash, zsh or fish')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText(
      'after',
      `
Examples:
  cardstock completion bash >> ~/.bashrc
  cardstock completion zsh >> ~/.zshrc
  cardstock completion fish > ~/.config/fish/completions/cardstock.fish`,
    )
    .action(async (shell: string) => (await import('../completion.ts')).completion(shell));

  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: string[]) => (await import('../completion.ts')).complete(program, words));
}
