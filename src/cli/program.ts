import { Command } from 'commander';
import { declareAws } from './commands/aws.ts';
import { declareBuild } from './commands/build.ts';
import { declareCache } from './commands/cache.ts';
import { declareCheck } from './commands/check.ts';
import { declareCloudinary } from './commands/cloudinary.ts';
import { declareCompletion } from './commands/completion.ts';
import { declareContactSheet } from './commands/contact-sheet.ts';
import { declareDoctor } from './commands/doctor.ts';
import { declareEject } from './commands/eject.ts';
import { declareExplain } from './commands/explain.ts';
import { declareFunctions } from './commands/functions.ts';
import { declareHealth } from './commands/health.ts';
import { declareImport } from './commands/import.ts';
import { declareInit } from './commands/init.ts';
import { declareLint } from './commands/lint.ts';
import { declarePack } from './commands/pack.ts';
import { declareParity } from './commands/parity.ts';
import { declareRender } from './commands/render.ts';
import { declareSecret } from './commands/secret.ts';
import { declareStart } from './commands/start.ts';
import { declareUnpack } from './commands/unpack.ts';
import { declareUrl } from './commands/url.ts';
import { declareWarm } from './commands/warm.ts';
import { helpStyle, startHere } from './help-style.ts';

type Declaration = (program: Command) => void;

/** Every command, by what one does with it, in the order of the help. */
const groups: Readonly<Record<string, readonly Declaration[]>> = {
  'Design cards:': [
    declareInit,
    declareEject,
    declareStart,
    declareRender,
    declareLint,
    declareContactSheet,
    declareExplain,
  ],
  'Give a site its cards:': [declareBuild, declareDoctor, declareWarm],
  'Serve pictures of your own:': [declareImport],
  'Serve cards:': [
    declareFunctions,
    declareAws,
    declareCloudinary,
    declareUrl,
    declareSecret,
    declareParity,
    declareCheck,
    declareHealth,
    declareCache,
    declareUnpack,
    declarePack,
    declareCompletion,
  ],
};

/** The command line. A command loads what it needs when it is called: help must not wait for parsers and templates. */
export function createProgram(version: string): Command {
  const program = new Command('cardstock')
    .description(`Open Graph images from JSX templates, photographed by a real browser.\n\n${startHere}`)
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this, or behind a command its help')
    .option('--debug', 'where errors come from, in full')
    // Commands inherit what follows, so it comes before them.
    .configureHelp(helpStyle)
    .configureOutput({ outputError: () => undefined }) // it is told as every other error is
    .exitOverride();
  for (const [heading, declarations] of Object.entries(groups)) {
    program.commandsGroup(heading);
    for (const declare of declarations) declare(program);
  }
  return program;
}
