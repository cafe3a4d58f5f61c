import { createProgram } from '../../dist/src/cli/program.js';
import { code, prose, table } from './markdown.js';

/** Every command with its options, as they are declared, in the groups of the help. */
export function cliPage() {
  const program = createProgram('');
  const groups = Map.groupBy(program.createHelp().visibleCommands(program), (command) => command.helpGroup());
  const parts = [...groups].map(
    ([heading, commands]) => `## ${heading.replace(/:$/, '')}\n\n${commands.flatMap(sectionsOf).join('\n')}`,
  );
  return `# Commands

\`npx cardstock-og <command>\`; installed, it is called \`cardstock\` as well. Every command has \`--help\`. They exit with 0 when all is well, with 1 when something was found or failed, with 2 when they were called wrongly.

${parts.join('\n')}
### The props of a card

\`render\`, \`url\` and \`explain\` take the props of their template as options: \`npx cardstock-og render article --help\` lists them. Lists are \`--tags a,b\`, parts of objects \`--speakers.0.name Ada\`, and a prop that is called like an option is \`--prop-out\`.
`;
}

/** A command, and those below it. */
function sectionsOf(command) {
  const others = command.commands.filter((below) => below.name() !== 'help');
  return [sectionOf(command), ...others.flatMap(sectionsOf)];
}

function sectionOf(command) {
  const words = [command.parent?.parent && command.parent.name(), command.name()].filter(Boolean).join(' ');
  const line = ['npx cardstock-og', words, ...command.registeredArguments.map(argumentOf)].join(' ');
  const { examples, end } = endOf(command);
  return [
    `### ${words}`,
    `${capital(prose(command.description()))}.`,
    fence([line, ...examples].join('\n')),
    end && prose(end),
    listOf(command),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const argumentOf = (argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`);

function listOf(command) {
  const given = command.registeredArguments.map((argument) => [argumentOf(argument), argument]);
  const options = command.options.filter(({ hidden }) => !hidden).map((option) => [option.flags, option]);
  const rows = [...given, ...options].map(([term, { description, defaultValue }]) => [
    code(term),
    aboutOf(description, defaultValue),
  ]);
  return rows.length === 0 ? '' : table(['', ''], rows);
}

function aboutOf(description, byDefault) {
  const isTold = byDefault === undefined || byDefault === false || description.includes('default');
  return prose(description) + (isTold ? '' : ` (default: \`${byDefault}\`)`);
}

/** What stands below the options in the help: examples, and words of its own. */
function endOf(command) {
  let text = '';
  command.configureOutput({ writeOut: (written) => (text += written) });
  command.outputHelp();
  const [, below = ''] = text.split(command.helpInformation());
  const paragraphs = below.trim().split('\n\n').filter(Boolean);
  const isExample = (paragraph) => /^Examples?:/.test(paragraph);
  const lines = paragraphs.filter(isExample).flatMap((paragraph) => paragraph.split('\n').slice(1));
  return {
    examples: lines.map((example) => example.trim().replace(/^(\S+=\S+ )?cardstock /, '$1npx cardstock-og ')),
    end: paragraphs.filter((paragraph) => !isExample(paragraph)).join('\n\n'),
  };
}

const fence = (text) => `\`\`\`sh no-run: as its help has it\n${text}\n\`\`\``;
const capital = (text) => `${text[0].toUpperCase()}${text.slice(1)}`;
