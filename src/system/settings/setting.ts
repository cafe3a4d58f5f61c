import type * as z from 'zod';
import { ConfigError } from '../../errors.ts';
import { oneLine } from '../one-line.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** One thing that a deployment may decide: where it is read from, and its row in the README. */
export interface Setting<Value = unknown> {
  readonly variable: string;
  /** What it is, in one sentence of Markdown that goes on behind the variable. */
  readonly about: string;
  /** What holds without it, as Markdown. */
  readonly shownDefault: string;
  /** @throws {ConfigError} the value is not valid; the message names the variable. */
  readonly read: (environment: Environment) => Value;
}

export type Settings = Readonly<Record<string, Setting>>;

/** What a table of settings comes to, once it is read. */
export type Values<Table extends Settings> = {
  -readonly [Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : never;
};

interface SettingOptions<Value> {
  readonly about: string;
  /** @default the schema's own default, or "none" */
  readonly shownDefault?: string;
  /** A default that depends on where we run. */
  readonly byDefault?: (environment: Environment) => Value;
  /** Even an invalid secret is a secret, and start-up errors end in logs. */
  readonly isSecret?: boolean;
}

/** Declares a setting. A variable that is empty counts as absent. */
export function setting<Schema extends z.ZodType>(
  variable: string,
  schema: Schema,
  { about, byDefault, isSecret, shownDefault = showDefault(schema) }: SettingOptions<z.output<Schema>>,
): Setting<z.output<Schema>> {
  function read(environment: Environment): z.output<Schema> {
    const value = environment[variable] || undefined;
    if (value === undefined && byDefault) return byDefault(environment);
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const problems = result.error.issues.map((issue) => issue.message).join('; ');
    throw new ConfigError(
      `${isSecret ? variable : `${variable}="${withoutPassword(value ?? '')}"`} is not valid: ${problems}`,
    );
  }
  return { variable, about, shownDefault, read };
}

/** Even an address that is wrong may hold a password, and start-up errors end in logs. */
function withoutPassword(value: string): string {
  return oneLine(value.replaceAll(/\/\/[^/?#]*@/g, '//…@'), 200);
}

function showDefault(schema: z.ZodType): string {
  const value = schema.safeParse(undefined).data;
  const isShort = typeof value === 'string' || typeof value === 'number';
  return isShort ? `\`${value}\`` : 'none';
}

/** @throws {ConfigError} a variable has an invalid value. */
export function readSettings<Table extends Settings>(
  settings: Table,
  environment: Environment,
): Values<Table> {
  const entries = Object.entries(settings).map(([name, { read }]) => [name, read(environment)] as const);
  return Object.fromEntries(entries) as Values<Table>;
}
