import type { ParameterProblem } from '../../errors.ts';
import type { RawProps } from './values.ts';

type Tree = Record<string, unknown>;

/** Deeper than any schema may be, see `problemsOfSchema`. */
const maxSteps = 12;

/**
 * Props whose parts were given one by one, as `speakers.0.name`, each as a whole. Lists come out
 * as objects with numbers for names, which `readProps` takes for lists where one is wanted.
 */
export function nestProps(raw: RawProps): {
  readonly props: RawProps;
  readonly problems: ParameterProblem[];
} {
  const entries = Object.entries(raw).filter(([, value]) => value !== undefined);
  const parts = entries.filter(([name]) => name.includes('.'));
  const props = Object.fromEntries(entries.filter(([name]) => !name.includes('.')));
  const roots = Object.create(null) as Tree;
  const problems = parts.flatMap(([name, value]) => put(roots, name, value) ?? []);
  for (const [name, value] of Object.entries(roots)) {
    if (Object.hasOwn(props, name)) problems.push(twice(name));
    else Object.defineProperty(props, name, { value, enumerable: true });
  }
  return { props, problems };
}

function put(tree: Tree, name: string, value: unknown): ParameterProblem | undefined {
  const steps = name.split('.');
  if (steps.includes('') || steps.length > maxSteps) return { parameter: name, problem: 'no such prop' };
  const last = steps.pop()!;
  let branch = tree;
  for (const step of steps) {
    branch[step] ??= Object.create(null);
    if (!isTree(branch[step])) return twice(name);
    branch = branch[step];
  }
  if (branch[last] !== undefined) return twice(name);
  branch[last] = value;
  return undefined;
}

/** One of those that are made here: what a caller gave is never written to. */
function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;
}

function twice(parameter: string): ParameterProblem {
  return { parameter, problem: 'was given as a whole and in parts' };
}
