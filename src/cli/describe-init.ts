import type { NextSteps } from '../project/init/next-steps.ts';
import type { InitStep } from '../project/init/step.ts';
import type { Surroundings } from '../project/init/surroundings.ts';

/** What a project was taken for. */
export function describeFound({ found, output }: Surroundings): string {
  if (!found) return `found no framework: pages are looked for in ${output}`;
  return `found ${found.framework.name}${found.configFile ? ` (${found.configFile})` : ''}`;
}

export function describeStep({ file, isNew, what, todo }: InitStep): string {
  const done = isNew ? `wrote ${file}` : `kept  ${file}`;
  const which = what ? `: ${what}` : isNew ? '' : ', which is there already';
  return [`${done}${which}`, ...(todo ? [`      ${todo}`] : [])].join('\n');
}

/** Commands one below the other, and lines to copy. */
export function describeNext({ commands, snippets }: NextSteps): string[] {
  const width = Math.max(...commands.map(([command]) => command.length));
  const rows = commands.map(([command, purpose], index) => {
    const word = index === 0 ? 'next' : 'then';
    return `${word}: ${command.padEnd(width)}  ${purpose}`;
  });
  const codes = snippets.flatMap(({ file, code }) => ['', `${file} needs`, '', ...indented(code)]);
  return ['', ...rows, ...codes];
}

function indented(code: string): string[] {
  return code.split('\n').map((line) => line && `  ${line}`);
}
