import type { StandardSchemaV1 } from '@standard-schema/spec';
import { InvalidParameterError, type ParameterProblem } from '../../errors.ts';
import { inTemplateTime } from '../time-of-template.ts';
import { problemOfSource } from '../pictures/source-form.ts';
import { chooseBranch } from './choose-branch.ts';
import { describeProps, type PropDescription } from './description.ts';
import { picturesOf } from './leaves.ts';
import { onlyDeclares } from './only-declares.ts';
import { readProps } from './read.ts';
import { valueAt } from './replace.ts';
import type { PropsSchema } from './schema.ts';
import { type InputProps, type Path, pathName, type RawProps } from './values.ts';
import { withoutDefaults } from './without-defaults.ts';

export interface CheckedProps {
  /** What was given, cleaned, without what a default says as well: the one spelling of its meaning. */
  readonly input: InputProps;
  /** What the schema makes of it. */
  readonly props: unknown;
}

export interface CheckOptions {
  /** A picture whose source is written wrongly is no wrong prop. @default false */
  readonly anySource?: boolean;
}

/** One card fetches so many at most, whoever asks. */
const maxPictures = 24;

/**
 * Props as a template takes them.
 *
 * @throws {InvalidParameterError} naming every prop that is wrong, with the valid values.
 */
export async function checkProps(
  schema: PropsSchema,
  raw: RawProps,
  { anySource = false }: CheckOptions = {},
): Promise<CheckedProps> {
  const { input: read, problems } = readProps(schema, raw);
  const input = withoutDefaults(read, describeProps(schema));
  const pictures = picturesOf(schema, input);
  const misread = [...problems, ...(anySource ? [] : pictures.flatMap(problemOfPicture))];
  if (pictures.length > maxPictures) {
    misread.push({
      parameter: pathName(pictures[maxPictures]!.path),
      problem: `is one picture too many: at most ${maxPictures}`,
    });
  }
  const validate = () => schema['~standard'].validate(input);
  const result = await (onlyDeclares(schema) ? validate() : inTemplateTime(validate));
  const issues = (result.issues ?? []).flatMap((issue) => unfold(issue));
  const invalid = issues.map((issue) => problemOfIssue(issue, input, schema));
  const all = [...misread, ...invalid.filter(({ parameter }) => !isSaid(parameter, misread))];
  if (all.length > 0) throw InvalidParameterError.ofAll(all);
  if (result.issues) throw new InvalidParameterError('props', 'not valid');
  return { input, props: result.value };
}

function problemOfPicture({ path, value }: { path: Path; value: string }): ParameterProblem[] {
  const problem = problemOfSource(value);
  return problem ? [{ parameter: pathName(path), problem }] : [];
}

interface Issue {
  readonly path: Path;
  readonly message: string;
}

/** zod says of a union what each of its branches minds: those that mind the kind of value say nothing. */
type ZodIssue = StandardSchemaV1.Issue & { code?: string; errors?: readonly (readonly ZodIssue[])[] };

function unfold(issue: ZodIssue, above: Path = []): Issue[] {
  const steps = (issue.path ?? []).map((step) => (typeof step === 'object' ? step.key : step));
  const path = [...above, ...steps.map((step) => (typeof step === 'number' ? step : String(step)))];
  const fitting = issue.errors?.find(
    (branch) => !branch.some(({ code, path: at = [] }) => code === 'invalid_type' && at.length === 0),
  );
  if (fitting && fitting.length > 0) return fitting.flatMap((inner) => unfold(inner, path));
  return [{ path, message: issue.message }];
}

function problemOfIssue({ path, message }: Issue, input: InputProps, schema: PropsSchema): ParameterProblem {
  const isMissing = path.length > 0 && valueAt(input, path) === undefined;
  const words = descriptionAt(schema, input, path)?.enum?.map(String);
  return {
    parameter: pathName(path.length > 0 ? path : ['props']),
    problem: isMissing ? 'is required' : lowerFirst(message),
    ...(words && { validValues: words }),
  };
}

function descriptionAt(schema: PropsSchema, input: InputProps, path: Path): PropDescription | undefined {
  const root: PropDescription = { type: 'object', properties: describeProps(schema) };
  return path.reduce<PropDescription | undefined>((description, step, depth) => {
    if (!description) return undefined;
    const { properties, values, firstItems, items } = chooseBranch(
      description,
      valueAt(input, path.slice(0, depth)),
    );
    return properties?.[step] ?? values ?? firstItems?.[Number(step)] ?? items;
  }, root);
}

/** What could not be read is no news to the schema, nor are the parts that it lacks for that. */
function isSaid(parameter: string, problems: readonly ParameterProblem[]): boolean {
  return problems.some(
    ({ parameter: said }) =>
      said === parameter || said.startsWith(`${parameter}.`) || parameter.startsWith(`${said}.`),
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
