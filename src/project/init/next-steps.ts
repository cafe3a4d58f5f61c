import { packageManagerOf } from './package-manager.ts';
import type { InitStep } from './step.ts';
import { hookOf, type Surroundings } from './surroundings.ts';

/** What is to be typed, and what is to be put where. */
export interface NextSteps {
  /** Commands, each with what it does. */
  readonly commands: readonly (readonly [command: string, purpose: string])[];
  readonly snippets: readonly Snippet[];
}

interface Snippet {
  readonly file: string;
  readonly code: string;
}

const netlifyPlugin = `[[plugins]]
package = "./node_modules/cardstock-og/src/project/wrappers/netlify-plugin"`;

/** What comes after `init`, in the words of the project's own tools. */
export async function nextSteps(
  folder: string,
  around: Surroundings,
  steps: readonly InitStep[],
): Promise<NextSteps> {
  const { manifest, output } = around;
  const { install, call, run } = await packageManagerOf(folder);
  const isInstalled = 'cardstock-og' in { ...manifest?.dependencies, ...manifest?.devDependencies };
  const script = steps.find(({ file, todo }) => file === 'package.json' && !todo)?.what;
  const hasBuild = manifest?.scripts?.['build'] !== undefined;
  const cards = script === '"cards"' ? run('cards') : `${call} build ${output}`;
  const build = script === '"postbuild"' ? run('build') : hasBuild ? `${run('build')} && ${cards}` : cards;
  return {
    commands: [
      ...(isInstalled ? [] : [[install, 'beside your project'] as const]),
      [`${call} start`, 'your card in the browser, as you edit it'],
      ...(hookOf(around) === 'script' ? [[build, 'a card for every page'] as const] : []),
    ],
    snippets: snippetsFor(around),
  };
}

function snippetsFor(around: Surroundings): Snippet[] {
  const { found, isOnNetlify, manifest } = around;
  const hook = hookOf(around);
  const isBuiltThere = isOnNetlify && hook === 'script' && !manifest?.scripts?.['build'];
  const ofNetlify = isBuiltThere ? [{ file: 'netlify.toml', code: netlifyPlugin }] : [];
  if (!found) return ofNetlify;
  const { plugin, files, server } = found.framework;
  const config = found.configFile ?? files[0]!.replace('*', 'js');
  return [
    ...(plugin && hook !== 'script' ? [{ file: config, code: plugin }] : []),
    ...(server && hook === 'server' ? [placed(server, around)] : []),
    ...ofNetlify,
  ];
}

/** What it imports lies beside the config, however deep it is itself. */
function placed({ file, code }: Snippet, { hasSourceFolder }: Surroundings): Snippet {
  const path = hasSourceFolder && !file.startsWith('src/') ? `src/${file}` : file;
  const up = '../'.repeat(path.split('/').length - 1);
  return { file: path, code: code.replaceAll("'…/", `'${up}`) };
}
