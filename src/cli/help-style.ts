import type { Command, Help, HelpConfiguration } from 'commander';
import { styleText } from 'node:util';

/** Where there is less room than that, what a word means stands below it. */
const narrow = 60;
const termIndent = 2;
const belowIndent = 4;

/** The usual way of somebody new; the rest is there when it is looked for. */
export const startHere = `Start here:
  init            a template of your own
  start           see it while you edit
  build <folder>  cards for a built site`;

/** How help looks: terms in colour and, on a narrow terminal, above their descriptions. */
export const helpStyle: HelpConfiguration = {
  minWidthToWrap: 20,
  visibleCommands: (command) => command.commands.filter((each) => !isHidden(each) && each.name() !== 'help'),
  subcommandTerm: (command) =>
    [command.name(), ...command.registeredArguments.map((argument) => nameOfArgument(argument))].join(' '),
  styleTitle: (title) => styleText('bold', title, { validateStream: false }),
  styleSubcommandTerm: colored,
  styleOptionTerm: colored,
  styleArgumentTerm: colored,
  formatItem(this: Help, term, termWidth, description, help) {
    const width = help.helpWidth ?? 80;
    const isBelow = width < narrow;
    const indent = isBelow ? belowIndent : termIndent + termWidth + 2;
    const wrapped = help.boxWrap(description, width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`);
    const space = isBelow
      ? `\n${' '.repeat(indent)}`
      : ' '.repeat(Math.max(2, termWidth + 2 - help.displayWidth(term)));
    return `${' '.repeat(termIndent)}${term}${description ? `${space}${wrapped}` : ''}`;
  },
};

/** Commander takes the colours out again where nobody would see them. */
function colored(text: string): string {
  return styleText('cyan', text, { validateStream: false });
}

function nameOfArgument(argument: Command['registeredArguments'][number]): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

/** Those for programs. */
function isHidden(command: Command): boolean {
  return (command as Command & { _hidden?: boolean })._hidden === true;
}
