import type { PropDescription, PropDescriptions } from './description.ts';
import { isUsableName, type Path, pathName } from './values.ts';

/** Deeper ones nobody can write into a URL. */
const maxDepth = 8;

const advice: Readonly<Record<string, string>> = {
  date: 'is a date: take z.iso.date(), and .transform((day) => new Date(day)) where a Date is wanted',
  map: 'is a Map: take z.record()',
  set: 'is a Set: take z.array()',
  bigint: 'is a bigint: take z.number() or text()',
  file: 'is a file: take image()',
  function: 'is a function: let "render" have it',
  transform: 'is a transform of anything: begin with what it takes, as in z.string().transform(…)',
  custom: 'is a check of anything: begin with what it takes, as in z.string().refine(…)',
  recursive: 'holds itself, and so has no end: take lists of a certain depth',
};

/** What is wrong with a schema because cards are named by URLs, a sentence for each prop. */
export function problemsOfProps(props: PropDescriptions): string[] {
  return Object.entries(props).flatMap(([name, description]) => problemsOf(description, [name]));
}

function problemsOf(description: PropDescription, path: Path): string[] {
  const say = (problem: string) => [`prop "${pathName(path)}" ${problem}`];
  const name = path.at(-1)!;
  if (typeof name === 'string' && name !== '*' && !isUsableName(name)) {
    return say('has a name that no URL parameter can have: take letters, digits, _ and -');
  }
  if (description.unfit)
    return say(advice[description.unfit] ?? `is ${description.unfit}, which no URL can say`);
  if (path.length > maxDepth) return say(`lies deeper than ${maxDepth} levels`);
  const { items, firstItems = [], values, properties = {}, anyOf = [] } = description;
  return [
    ...anyOf.flatMap((branch) => problemsOf(branch, path)),
    ...[...firstItems, ...(items ? [items] : [])].flatMap((item) => problemsOf(item, [...path, '*'])),
    ...(values ? problemsOf(values, [...path, '*']) : []),
    ...Object.entries(properties).flatMap(([key, part]) => problemsOf(part, [...path, key])),
  ];
}
