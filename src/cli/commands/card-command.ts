import type { Command } from 'commander';

/** Those about a single card. */
export const cardCommands: ReadonlySet<string> = new Set(['render', 'url', 'explain']);

/** What every command about a single card takes; the props of its template are options too, see {@link addOptionsOfTemplate}. */
export function cardCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('[template]', 'the template (default: your first one, or article)')
    .option('--example <name>', "props from one of the template's examples (default: its first)")
    .option('--props <json>', 'props as JSON, or a file of it, instead of an example')
    .option('--variant <name>', 'the size: og, x, square, portrait, og@2x or one of yours')
    .option('--format <name>', 'jpeg, png or webp; for files auto as well, the smaller of the first two')
    .option('--lang <tag>', 'the language of the words, as in ja or pt-BR');
}

/** A template's props are options of its command; so the template must be known before they are read. */
export async function addOptionsOfTemplate(command: Command, words: readonly string[]): Promise<void> {
  const [{ currentProject, usualTemplate }, { addPropOptions }] = await Promise.all([
    import('../project.ts'),
    import('../choose-card.ts'),
  ]);
  const { templates } = await currentProject();
  const named = templates.find((candidate) => words.includes(candidate.name));
  const usual = await usualTemplate();
  const template = named ?? templates.find((candidate) => candidate.name === usual);
  if (template) addPropOptions(command, template, words);
}
