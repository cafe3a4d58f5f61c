import type { Command } from 'commander';
import { unknownValue } from '../system/nearest.ts';

/** What a shell runs at each Tab: it asks us, so that it knows the templates of the folder it is in. */
const scripts: Readonly<Record<string, string>> = {
  bash: `_cardstock() {
  COMPREPLY=($(compgen -W "$(cardstock complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _cardstock cardstock cardstock-og`,
  zsh: `#compdef cardstock cardstock-og
_cardstock() {
  local -a found
  found=(\${(f)"$(cardstock complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then compadd -a found; else _files; fi
}
compdef _cardstock cardstock cardstock-og`,
  fish: `complete -c cardstock -a '(cardstock complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
complete -c cardstock-og -w cardstock`,
};

/** Prints what a shell is to be told, for its own start-up file. */
export function completion(shell: string): void {
  const script = scripts[shell];
  if (script === undefined) throw unknownValue('shell', shell, Object.keys(scripts));
  console.log(script);
}

/** Values that people choose from. */
const values: Readonly<Record<string, readonly string[]>> = {
  '--variant': ['og', 'x', 'square', 'portrait', 'og@2x'],
  '--format': ['jpeg', 'png', 'webp', 'auto'],
  '--mode': ['static', 'cloudinary', 'function'],
  '--overwrite': ['shared', 'all', 'none'],
};
const aboutTemplates = new Set(['render', 'url', 'explain', 'lint', 'eject']);

/** What may stand where the last of the words does, a line each. */
export async function complete(program: Command, words: readonly string[]): Promise<void> {
  const before = words.slice(0, -1);
  const partial = words.at(-1) ?? '';
  for (const candidate of await candidatesFor(program, before, partial)) {
    if (candidate.startsWith(partial)) console.log(candidate);
  }
}

async function candidatesFor(program: Command, before: readonly string[], partial: string) {
  const choices = values[before.at(-1) ?? ''];
  if (choices) return choices;
  const command = before.reduce(
    (at, word) => at.commands.find((each) => each.name() === word || each.aliases().includes(word)) ?? at,
    program,
  );
  const flags = [...command.options, ...program.options].flatMap(({ long, hidden }) =>
    long && !hidden ? [long] : [],
  );
  if (partial.startsWith('-')) return [...new Set([...flags, '--help'])];
  if (command.name() === 'completion') return Object.keys(scripts);
  const named = aboutTemplates.has(command.name()) && before.at(-1) === command.name();
  if (named) return templateNames();
  return command
    .createHelp()
    .visibleCommands(command)
    .map((each) => each.name());
}

async function templateNames(): Promise<string[]> {
  const { currentProject } = await import('./project.ts');
  const { templates } = await currentProject();
  return templates.map(({ name }) => name);
}
