import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline', '--ignore-scripts'];
const run = promisify(execFile);

interface CloudTemplate {
  readonly Resources: Record<string, { readonly Type: string }>;
  readonly Outputs: object;
}

let site: string;
const inSite = (command: string, ...words: string[]) => run(command, words, { cwd: site });

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'cardstock-aws-'));
  await run('npm', ['pack', root, '--ignore-scripts', '--pack-destination', site, ...quiet], { cwd: root });
  await writeFile(join(site, 'package.json'), '{"private":true}');
});
afterAll(() => rm(site, { recursive: true, force: true }));

it('an empty project has a stack after four commands, and a renderer that Lambda takes', async () => {
  const [tarball] = (await readdir(site)).filter((name) => name.endsWith('.tgz'));
  await inSite('npm', 'install', ...quiet, `./${tarball}`);
  await inSite('npx', 'cardstock-og', 'aws', 'init');
  await inSite('npm', 'install', ...quiet);
  const { stderr } = await inSite('npx', 'cdk', 'synth', '--quiet', '--no-notices');
  expect(stderr).toMatch(/wrote \.cardstock\/aws\/renderer: \d+ files, 1\d\d MB unzipped, of 250 MB/);
  expect(stderr).not.toContain('WARNING');
  const file = join(site, '.cardstock/aws/cdk.out/Cards.template.json');
  const { Resources, Outputs } = JSON.parse(await readFile(file, 'utf8')) as CloudTemplate;
  const types = Object.values(Resources).map(({ Type }) => Type);
  expect(types).toContain('AWS::CloudFront::Distribution');
  expect(types.filter((type) => type === 'AWS::CloudWatch::Alarm')).toHaveLength(12);
  expect(Object.keys(Outputs)).toEqual(['CardsUrl', 'SecretArn', 'Store', 'AlarmTopic']);
});
