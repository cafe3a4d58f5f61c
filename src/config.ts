import { availableParallelism, tmpdir } from 'node:os';
import * as z from 'zod';
import { ConfigError } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const count = z.coerce.number().int().min(1);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Every setting: its variable, its valid values, its default. The one place that reads the environment. */
const settings = {
  port: ['PORT', z.coerce.number().int().min(0).max(65_535).default(8888)],
  /** Loopback by default: a local server accepts unsigned requests. */
  host: ['HOST', z.string().min(1).default('127.0.0.1')],
  allowUnsigned: ['OG_ALLOW_UNSIGNED', flag.optional()],
  /** A Chrome or headless_shell of your own, instead of the bundled one. */
  chromePath: ['CARDSTOCK_CHROME', z.string().min(1).optional()],
  /** One browser photographs one card at a time. */
  browsers: ['CARDSTOCK_BROWSERS', count.max(64).optional()],
  /** Cards that may wait beyond those being photographed. */
  maxQueue: ['CARDSTOCK_MAX_QUEUE', z.coerce.number().int().min(0).default(64)],
  /** From the request to the image: waiting, launching and one retry included. */
  timeoutMs: ['CARDSTOCK_TIMEOUT_MS', count.default(20_000)],
  /** After so many cards a browser is replaced, before slow leaks matter. */
  recycleAfter: ['CARDSTOCK_RECYCLE_AFTER', count.default(1_000)],
  sandbox: ['CARDSTOCK_SANDBOX', z.enum(['auto', 'on', 'off']).default('auto')],
  /** Where the inflated browser and the profiles live. */
  temporaryFolder: ['CARDSTOCK_TMP', z.string().min(1).optional()],
} as const;

type Settings = typeof settings;
type Parsed = { [Name in keyof Settings]: z.output<Settings[Name][1]> };

export interface Config extends Parsed {
  browsers: number;
  allowUnsigned: boolean;
  temporaryFolder: string;
  /** On AWS Lambda, which is where Netlify runs functions. */
  serverless: boolean;
  production: boolean;
}

/**
 * Defaults, then the environment, validated and frozen.
 *
 * @throws {ConfigError} a variable has an invalid value; the message names it and the valid ones.
 */
export function readConfig(environment: Environment = process.env, overrides: Partial<Config> = {}): Config {
  const parsed = Object.fromEntries(
    Object.entries(settings).map(([name, [variable, schema]]) => [
      name,
      readSetting(variable, schema, environment),
    ]),
  ) as Parsed;
  const serverless = Boolean(environment['AWS_LAMBDA_FUNCTION_NAME']) && !environment['NETLIFY_DEV'];
  const production = serverless || environment['NODE_ENV'] === 'production';
  return Object.freeze({
    ...parsed,
    serverless,
    production,
    allowUnsigned: parsed.allowUnsigned ?? !production,
    browsers: parsed.browsers ?? (serverless ? 1 : availableParallelism()),
    temporaryFolder: parsed.temporaryFolder ?? tmpdir(),
    ...overrides,
  });
}

function readSetting(variable: string, schema: z.ZodType, environment: Environment): unknown {
  const result = schema.safeParse(environment[variable] || undefined);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => issue.message).join('; ');
  throw new ConfigError(`${variable}="${environment[variable]}" is not valid: ${problems}`);
}
