import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The built CLI, as `npx cardstock` runs it; `make test` builds it first.
const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardstock-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cardstock = (...words: string[]) => run(process.execPath, [main, ...words], { cwd: folder });

describe('cardstock render', () => {
  it('writes an example and says where, how large and how long', async () => {
    const { stdout } = await cardstock('render', 'article', '--example', 'dark', '--variant', 'square');
    expect(stdout).toMatch(/^out\/article-dark-square\.jpg: 1080×1080, \d+ kB, \d+ ms/);
    const image = await sharp(await readFile(join(folder, 'out/article-dark-square.jpg'))).metadata();
    expect(image).toMatchObject({ format: 'jpeg', width: 1080, height: 1080 });
  });

  it('names the characters that no font can draw', async () => {
    const { stderr } = await cardstock('render', 'plain', '--props', '{"title":"Hello 𓀀"}');
    expect(stderr).toBe('! no font here can draw U+13000\n');
  });

  it('takes the props of its template as options, and the format of the file it is to write', async () => {
    const words = ['render', 'article', '--title', 'Hello', '--tags', 'a,b', '--author', 'Ada'];
    await cardstock(...words, '--out', 'deep/hello.png');
    expect(await sharp(await readFile(join(folder, 'deep/hello.png'))).metadata()).toMatchObject({
      format: 'png',
    });
    expect((await cardstock('render', 'article', '--help')).stdout).toMatch(
      /--avatar <text>\s+A picture of the author/,
    );
  });

  it('takes pictures from the working folder, and any other', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="9"/></svg>';
    await writeFile(join(folder, 'me.svg'), drawing);
    for (const source of ['me.svg', './me.svg', join(folder, 'me.svg')]) {
      const words = ['render', 'article', '--title', 'Hello', '--author', 'Ada', '--avatar', source];
      expect((await cardstock(...words, '--strict', '--out', 'me.jpg')).stderr).toBe('');
    }
    const missing = ['render', 'article', '--title', 'Hello', '--author', 'Ada', '--avatar', 'you.png'];
    expect((await cardstock(...missing)).stderr).toContain('OG_IMAGE_FOLDER');
  });

  it('takes the smaller of two formats, where it may choose', async () => {
    const { stdout } = await cardstock(
      'render',
      'plain',
      '--title',
      'Flat',
      '--format',
      'auto',
      '--out',
      'auto',
    );
    expect(stdout).toMatch(/^auto\/plain-custom\.(?:png|jpg): 1200×630, \d+ kB/);
  });

  it('says what was cut, and fails over it where it is told to', async () => {
    const words = [
      'render',
      'article',
      '--title',
      'Hello',
      '--author',
      'Wolfeschlegelsteinhausen Bergerdorff'.repeat(2).slice(0, 60),
      '--tags',
      'one topic,another topic,a third topic',
    ];
    const { stderr } = await cardstock(...words);
    expect(stderr).toBe('! some text is too long for its card and was cut\n');
    await expect(cardstock(...words, '--strict')).rejects.toMatchObject({ code: 1 });
  });

  it('writes the same bytes in a second process', async () => {
    const words = ['render', 'plain', '--props', '{"title":"Twice"}', '--format', 'png'];
    await cardstock(...words, '--out', 'one');
    await cardstock(...words, '--out', 'two');
    const [one, two] = await Promise.all(
      ['one', 'two'].map((name) => readFile(join(folder, name, 'plain-custom.png'))),
    );
    expect(one!.equals(two!)).toBe(true);
  });

  it.each([
    [['render', 'nope'], 'There is no template "nope". Valid: article, '],
    [['render', 'plain', '--example', 'nope'], 'Valid: short, long, '],
    [['render', 'plain', '--props', '[]'], 'expected a JSON object'],
    [['render', 'plain', '--props', '{"title":{"a":1}}'], '--title: expected text.'],
    [['render', '--format', 'gif'], 'Valid: jpeg, png, webp.'],
    [['render', 'plain', '--titel', 'Hello'], '(Did you mean --title?)'],
    [['rendre'], '(Did you mean render?)'],
  ])('refuses %j and says why', async (words, message) => {
    await expect(cardstock(...words)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message) as string,
    });
  });
});

describe('cardstock in a project', () => {
  let project: string;
  const inProject = (...words: string[]) =>
    run(process.execPath, [main, ...words], { cwd: project, encoding: 'buffer' }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr: stderr.toString() }),
      (error: { code: number; stdout: Buffer; stderr: Buffer }) => ({
        ...error,
        stderr: error.stderr.toString(),
      }),
    );

  beforeAll(async () => {
    project = join(folder, 'project');
    await mkdir(join(project, 'cards'), { recursive: true });
    await writeFile(join(project, 'cardstock.config.mjs'), "export default { templates: './cards' };");
    const pale = `
      import { defineTemplate, image, text, z } from 'cardstock-og';
      export const pale = defineTemplate({
        name: 'pale',
        description: 'Is pale.',
        props: z.strictObject({ title: text(40), logo: image().optional() }),
        examples: { short: { title: 'Hello', logo: '/nothing.png' }, wrong: {} },
        css: 'h1 { font: 700 90px Inter; color: #eee; colour: red }',
        alt: ({ title }) => title,
        render: ({ title }) => <h1>{title}</h1>,
      });
    `;
    await writeFile(join(project, 'cards/pale.jsx'), pale);
  });

  it('renders its own template where none is named, and tells of it in JSON', async () => {
    const { stdout } = await inProject('render', '--title', 'Hello', '--json');
    const image = await readFile(join(project, 'out/pale-custom.jpg'));
    expect(JSON.parse(stdout.toString())).toEqual({
      template: 'pale',
      file: 'out/pale-custom.jpg',
      ms: expect.any(Number) as number,
      findings: [],
      format: 'jpeg',
      width: 1200,
      height: 630,
      bytes: image.length,
    });
  });

  it('writes a picture to the standard output and nothing else, as it would into a file', async () => {
    await inProject('render', '--title', 'Hello', '--out', 'hello.png');
    const { stdout, stderr } = await inProject('render', '--title', 'Hello', '--out', '-', '--format', 'png');
    expect(stdout.equals(await readFile(join(project, 'hello.png')))).toBe(true);
    expect(stderr).toMatch(/^png: 1200×630, /);
    expect(await inProject('render', '--out', '-', '--json')).toMatchObject({ code: 2 });
  });

  it('lints its cards, each fault by its rule, as JSON too', async () => {
    const { code, stdout } = await inProject('lint', 'pale', '--variant', 'og', '--json');
    const { cards, faults, warnings } = JSON.parse(stdout.toString()) as LintReport;
    expect(
      cards.map(({ example, findings, problem }) => [example, findings.map(({ rule }) => rule), problem]),
    ).toEqual([
      ['short', ['missing-picture', 'css-error', 'contrast'], undefined],
      ['wrong', [], 'Template "pale" (cards/pale.jsx), example "wrong": prop "title": is required.'],
    ]);
    expect([code, faults, warnings]).toEqual([1, 3, 1]);
  });

  it('lints with a number of warnings that is allowed, or without any', async () => {
    const words = ['lint', 'plain', '--example', 'short', '--variant', 'og'];
    expect((await inProject(...words, '--quiet', '--max-warnings', '0')).stdout.toString()).toBe(
      '1 card, 0 faults\n',
    );
    expect(await inProject(...words, '--max-warnings', 'none')).toMatchObject({ code: 2 });
  });
});

interface LintReport {
  readonly cards: readonly { example: string; findings: { rule: string }[]; problem?: string }[];
  readonly faults: number;
  readonly warnings: number;
}

describe('cardstock start', () => {
  it('prints where it listens and a first card, and on SIGTERM finishes what runs', async () => {
    const server = spawn(process.execPath, [main, 'start'], { env: { ...process.env, PORT: '0' } });
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const listening = (await lines.next()).value as string;
    expect(listening).toMatch(/^listening on http:\/\/localhost:\d+$/);
    const address = /http:\S+/.exec((await lines.next()).value as string)![0];

    const responses = Array.from({ length: 20 }, (_, index) => fetch(`${address}%20${index}`));
    await Promise.race(responses); // some are answered, the others run or wait
    server.kill('SIGTERM');
    const exited = once(server, 'exit');
    for (const response of await Promise.all(responses)) {
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
    }
    expect(await exited).toEqual([0, null]);
  });

  it('says whose requests it takes, and names its keys without telling them', async () => {
    const secrets = ['a-secret-of-the-tests-0123456789-abcdef', 'an-older-secret-of-the-tests-0123456789'];
    const environment = { ...process.env, PORT: '0', NODE_ENV: 'production', OG_SECRETS: secrets.join() };
    const server = spawn(process.execPath, [main, 'start'], { env: environment });
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const next = async () => (JSON.parse((await lines.next()).value as string) as { msg: string }).msg;
    const origin = /http:\S+/.exec(await next())![0];
    expect((await fetch(origin)).status).toBe(404); // the templates are shown at home alone
    expect(await next()).toBe('a first card: npx cardstock-og url plain');
    const safety = await next();
    expect(safety).toMatch(/^refuses unsigned requests; signs with key [0-9a-f]{8}, also takes [0-9a-f]{8}$/);
    expect(safety).not.toContain('of-the-tests');
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([0, null]);
  });

  it.each([
    [{ NODE_ENV: 'production' }, 'OG_SECRETS is not set'],
    [{ OG_SECRETS: 'hunter2' }, '"cardstock secret" prints one'],
  ])('does not start with %o, and names the way out', async (variables, message) => {
    const started = run(process.execPath, [main, 'start'], { env: { ...process.env, ...variables } });
    await expect(started).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message) as string,
    });
  });

  it('does not start with a setting that is not valid', async () => {
    const environment = { ...process.env, CARDSTOCK_BROWSERS: 'many' };
    const started = run(process.execPath, [main, 'start'], { env: environment });
    await expect(started).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('CARDSTOCK_BROWSERS="many"') as string,
    });
  });
});
