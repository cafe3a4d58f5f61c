import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Stage } from './dockerfile.ts';

const repository = join(import.meta.dirname, '../../..');

/** The image of Node, as it is made: a small Debian, a user, and Node's own file. */
function makeBase(root: string, base: string): void {
  const [, suite] = /^node:\d+-(\w+)-slim$/.exec(base) ?? [];
  if (!suite) throw new Error(`Nobody here knows how to make ${base}.`);
  const options = ['--variant=minbase', '--quiet', '--aptopt=APT::Sandbox::User "root"'];
  const noManuals = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/locale/*'].map(
    (path) => `--dpkgopt=path-exclude=${path}`,
  );
  run('mmdebstrap', [...options, ...noManuals, suite, root, 'http://deb.debian.org/debian']);
  runIn(root, '/', 'groupadd --gid 1000 node && useradd --uid 1000 --gid node --create-home node');
  cpSync(process.execPath, join(root, 'usr/local/bin/node'), { dereference: true });
}

/**
 * Does in `root` what an engine does for a stage of a Dockerfile.
 *
 * @param from Folders that stages before it were made in, by name.
 */
export function makeImage(root: string, stage: Stage, from: ReadonlyMap<string, string>): void {
  makeBase(root, stage.base);
  let folder = '/';
  let variables: Record<string, string> = {};
  for (const { name, rest } of stage.instructions) {
    if (name === 'WORKDIR') mkdirSync(join(root, (folder = rest)), { recursive: true });
    if (name === 'ENV') variables = { ...variables, ...Object.fromEntries(rest.split(' ').map(toPair)) };
    if (name === 'RUN') runIn(root, folder, rest, variables);
    if (name === 'COPY') copyFromStage(root, rest, from);
  }
}

function copyFromStage(root: string, rest: string, from: ReadonlyMap<string, string>): void {
  const [, stage = '', source = '', target = ''] = /^--from=(\w+) (\S+) (\S+)$/.exec(rest) ?? [];
  const base = from.get(stage);
  if (!base) throw new Error(`Nobody here knows how to COPY ${rest}.`);
  run('cp', ['-a', '--reflink=auto', join(base, source), join(root, target)]);
}

/**
 * The stage that builds, on this machine and without a network: packages are those that are
 * installed here, what is compiled is what was compiled here. All else is done as it says.
 */
export function makeBuildStage(root: string, { instructions }: Stage): void {
  let folder = root;
  for (const { name, rest } of instructions) {
    if (name === 'WORKDIR') mkdirSync((folder = join(root, rest)), { recursive: true });
    if (name === 'RUN') for (const command of rest.split(' && ')) buildStep(folder, command);
    if (name === 'COPY') {
      const files = rest
        .split(' ')
        .slice(0, -1)
        .filter((file) => file !== '.');
      for (const file of files) cpSync(join(repository, file), join(folder, file));
    }
  }
}

function buildStep(folder: string, command: string): void {
  if (command.startsWith('npm ci')) return linkFromHere(folder, 'node_modules');
  if (command === 'npm run build') return linkFromHere(folder, 'dist');
  run('/bin/sh', ['-c', command], { cwd: folder, env: { ...process.env, npm_config_offline: 'true' } });
}

/** Nothing that follows writes into a file. */
function linkFromHere(folder: string, name: string): void {
  const source = join(repository, name);
  if (!existsSync(source)) throw new Error(`${basename(source)} is not there: make install.`);
  try {
    run('cp', ['-al', source, folder]);
  } catch {
    run('cp', ['-a', source, folder]); // another disk
  }
}

function toPair(text: string): [string, string] {
  const [name = '', value = ''] = text.split('=');
  return [name, value];
}

function runIn(root: string, folder: string, command: string, variables: Record<string, string> = {}): void {
  const env = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...variables };
  run('chroot', [root, '/bin/sh', '-c', `cd ${folder} && ${command}`], { env });
}

function run(
  command: string,
  words: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
) {
  execFileSync(command, words, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
}
