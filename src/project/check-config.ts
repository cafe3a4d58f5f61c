import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { ConfigError } from '../errors.ts';
import type { Route } from '../site/build/site-config.ts';
import type { WarmSource } from '../site/warm/source.ts';
import { nearestTo } from '../system/nearest.ts';
import { displayedPath } from '../system/source-position.ts';
import type { PictureImport, ProjectConfig } from './define-config.ts';

/** A setting, and what is expected of it, for whoever has written something else. */
type Table<Settings> = Record<keyof Settings, z.ZodType>;

const text = (expected: string) => z.string(`expected ${expected}`);
const list = (expected: string) => z.array(z.string(), `expected a list, as in ${expected}`);
const number = z.number('expected a number');
const object = (expected: string) =>
  z.record(z.string(), z.unknown(), `expected an object, as in ${expected}`);
const callable = z.custom((value) => typeof value === 'function', 'expected a function of the page');

const route: Table<Route> = {
  match: z.custom(
    (value) => typeof value === 'string' || typeof value === 'function',
    "expected a glob, as in '/blog/**', or a function of the page",
  ),
  template: text('the name of a template'),
  variant: text('the name of a size'),
  images: list("['og', 'square']"),
  format: text("'jpeg', 'png' or 'webp'"),
  fromPage: callable,
};

const source: Table<WarmSource> = {
  name: text('a name, for cardstock warm <name>'),
  target: text('a folder, a file or an address'),
  concurrency: number,
  timeoutMs: number,
  maxBytes: number,
  retries: number,
  maxAddresses: number,
};

/** By its name: what is warmed, or what is imported. */
const namedSource: Table<Omit<WarmSource, 'name'> & PictureImport> = {
  target: source.target,
  from: text('a folder, a list of addresses or s3://bucket/folder'),
  prefix: text('a folder among the pictures'),
  concurrency: number,
  timeoutMs: number,
  maxBytes: number,
  retries: number,
  maxAddresses: number,
};

const config: Table<ProjectConfig> = {
  site: text("an address, as in 'https://example.com'"),
  name: text('the name of the site'),
  language: text("a language, as in 'en' or 'pt-BR'"),
  templates: z.union(
    [z.string(), z.array(z.unknown())],
    "expected a folder, as in './cards', or a list of templates",
  ),
  defaults: object("{ brand: '#0a7' }"),
  images: list("['og', 'square']"),
  routes: z.array(someOf(route), 'expected a list of routes'),
  tailwind: z.unknown(),
  variants: object('{ github: { width: 910, height: 550 } }'),
  gallery: z.boolean('expected true or false'),
  goldenFolder: text('a folder'),
  imageHosts: list("['images.example.com']"),
  imageFolder: text('a folder'),
  paths: object("{ card: '/api/og' }"),
  basePath: text("a path, as in '/cards'"),
  pictures: object("{ from: './pictures' }"),
  sources: z.array(
    someOf(source),
    "expected sources by their names, as in { tech: { from: './photos' } }, or a list of them",
  ),
};

/** Every setting may be left out, and nothing else is one. */
function someOf<Settings>(table: Table<Settings>) {
  return z.strictObject(table as Record<string, z.ZodType>).partial();
}

const listing = someOf(config);
const naming = someOf({ ...config, sources: z.record(z.string(), someOf(namedSource)) });

/** Of two forms that sources may have, what is wrong is told of the one that was meant. */
function schemaOf({ sources }: ProjectConfig) {
  return typeof sources === 'object' && sources !== null && !Array.isArray(sources) ? naming : listing;
}

/**
 * Whether a config says what can be said, and nothing beside it: a name that is mistyped would be
 * passed over, and its owner wonder why.
 *
 * @throws {ConfigError} with each fault and its line.
 */
export function checkConfig(given: object, file: string): void {
  const result = schemaOf(given).safeParse(given);
  if (result.success) return;
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue));
  const code = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = problems.map(({ key, problem }) => `${placeOf(key, file, code)}: ${problem}`);
  throw new ConfigError(lines.join('\n'));
}

interface Problem {
  readonly key: string;
  readonly problem: string;
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') {
    return [{ key: path.at(-1) ?? '', problem: `${nameOf(path)}: ${issue.message}` }];
  }
  const valid = Object.keys(path[0] === 'routes' ? route : path[0] === 'sources' ? sourceAt(path) : config);
  return issue.keys.map((key) => {
    const meant = nearestTo(key, valid);
    const advice = meant === undefined ? `Valid: ${valid.join(', ')}.` : `Did you mean "${meant}"?`;
    return { key, problem: `there is no setting "${[...path, key].join('.')}". ${advice}` };
  });
}

function sourceAt([, place = '']: readonly string[]) {
  return /^\d+$/.test(place) ? source : namedSource;
}

function nameOf(path: readonly string[]): string {
  return path.length === 0 ? 'the config' : `"${path.join('.')}"`;
}

/** The line where it is written, as well as that can be told without reading code as code. */
function placeOf(key: string, file: string, code: string): string {
  const lines = code.split('\n');
  const pattern = new RegExp(`(?:^|[\\s{,'"])${key.replaceAll(/\W/g, '\\$&')}['"]?\\s*[:(,]`);
  const index = /^\d*$/.test(key) ? -1 : lines.findIndex((line) => pattern.test(line));
  return `${displayedPath(file)}${index < 0 ? '' : `:${index + 1}`}`;
}
