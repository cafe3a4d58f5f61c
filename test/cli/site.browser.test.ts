import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeSite, page } from '../site/build/support.ts';

// The built CLI, as `npx cardstock` runs it; `make test` builds it first.
const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const run = promisify(execFile);

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A browser that notes what it is to show. */
function browserOf(project: string): string {
  const browser = join(project, 'browser');
  writeFileSync(browser, `#!/bin/sh\necho "$1" > '${project}/opened'\n`, { mode: 0o755 });
  return browser;
}

/** A project with a site in `public`, and the command in it. */
function makeProject(pages: Record<string, string>) {
  const site = makeSite(pages, { config: "{ site: 'https://example.com' }" });
  const cardstock = (...words: string[]): Promise<Outcome> =>
    run(process.execPath, [main, ...words], {
      cwd: site.project,
      env: { ...process.env, NO_COLOR: '1', BROWSER: browserOf(site.project) },
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: unknown) => error as Outcome,
    );
  return { ...site, cardstock };
}

describe('cardstock build', () => {
  it('says what it did on stdout, nothing else, and takes it back', async () => {
    const { cardstock, snapshot } = makeProject({ 'index.html': page(), 'b.html': page({ title: 'B' }) });
    const before = snapshot();
    const built = await cardstock('build', 'public');
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(built.stdout.replaceAll(/\d+(?:\.\d)? (?=kB|s\b)/g, '… '))
      .toBe(`the site: without a name ("name" in cardstock.config.ts gives it one)
languages: en 2
pages: 1 home page, 1 other page
worth a look: 2
  b.html: without a description
  index.html: without a description
2 pages: 2 with a card, 2 changed; images: 2 made, 0 reused
public/og: … kB, the heaviest … kB (index.html); in … s
next: npx cardstock-og doctor public
`);
    expect((await cardstock('build', 'public')).stdout).toContain(
      '2 pages: 2 with a card, 0 changed; images: 0 made, 2 reused\n',
    );
    expect((await cardstock('build', 'public', '--undo')).stdout).toBe(
      '2 pages: 2 restored, 2 images removed\n',
    );
    expect(snapshot()).toEqual(before);
  });

  it('shows a diff and does nothing, where it is told to', async () => {
    const { cardstock, snapshot } = makeProject({ 'index.html': page() });
    const before = snapshot();
    const { stdout } = await cardstock('build', 'public', '--dry-run');
    expect(stdout).toContain('+  <meta property="og:title" content="A page" data-cardstock>');
    expect(stdout).toContain(
      '1 page: 1 would have a card, 1 would change; images: 1 would be made, 0 reused',
    );
    expect(stdout).not.toContain('next:');
    expect(snapshot()).toEqual(before);
  });

  it('names the page where something needs a look, and exits with 1 where it shall be strict', async () => {
    const { cardstock } = makeProject({ 'index.html': page({ title: 'Hieroglyphs 𓀀' }) });
    const { code, stdout } = await cardstock('build', 'public');
    expect(code).toBe(0);
    expect(stdout).toContain('  index.html: no font here can draw U+13000; without a description\n');
    expect((await cardstock('build', 'public', '--strict')).code).toBe(1);
  });

  it('writes every card on one page where it is told to, and says where', async () => {
    const { cardstock, project } = makeProject({ 'index.html': page() });
    const { stdout } = await cardstock('build', 'public', '--sheet');
    const [, file] = /^every card: (.+)\n$/m.exec(stdout)!;
    expect(readFileSync(join(project, file!), 'utf8')).toContain('A page');
    const { stdout: json } = await cardstock('build', 'public', '--sheet', '--json');
    expect(JSON.parse(json)).toMatchObject({ sheet: file });
  });

  it('writes a config of what it found, and no second one', async () => {
    const { cardstock, project, snapshot } = makeProject({ 'index.html': page() });
    const file = join(project, 'cardstock.config.ts');
    const refused = await cardstock('build', 'public', '--init');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('is there already')]);
    expect([...snapshot().keys()]).toEqual(['index.html']);
    rmSync(file);
    expect((await cardstock('build', 'public', '--init')).stderr).toContain('Where will the site live?');
    const { stdout } = await cardstock('build', 'public', '--site', 'https://example.com', '--init');
    expect(stdout).toContain('wrote cardstock.config.ts');
    expect((await cardstock('build', 'public')).stdout).toContain('0 changed; images: 0 made, 1 reused');
  });

  it('warns of a folder that is not the built site, and shows its sheet in a browser', async () => {
    const { cardstock, project, folder } = makeProject({ 'index.html': page() });
    mkdirSync(join(project, 'empty'));
    expect((await cardstock('build', 'empty')).stderr).toMatch(
      /^! empty has no page: is it the folder of the built site\?/,
    );
    writeFileSync(join(folder, 'package.json'), '{}');
    const { stderr, stdout } = await cardstock('build', 'public', '--open');
    expect(stderr).toMatch(/^! public has a package\.json: /);
    expect(stdout).toMatch(/^every card: \S+sheet\.html$/m);
    await vi.waitFor(() => expect(readFileSync(join(project, 'opened'), 'utf8')).toContain('sheet.html\n'));
  });

  it('says once what is wrong with many pages', async () => {
    const { cardstock, project } = makeProject({ 'a.html': page(), 'b.html': page(), 'c.html': page() });
    writeFileSync(
      join(project, 'cardstock.config.ts'),
      "export default { site: 'https://example.com', routes: [{ match: '/**', template: 'plian' }] };",
    );
    const { code, stdout } = await cardstock('build', 'public');
    expect(code).toBe(1);
    expect(stdout.match(/plian/g)).toHaveLength(1);
    expect(stdout).toMatch(
      /^✗ a\.html and 2 pages more: there is no template "plian"\. Did you mean "plain"\? /,
    );
  });

  it('reports as JSON', async () => {
    const { cardstock } = makeProject({ 'index.html': page() });
    const { stdout } = await cardstock('build', 'public', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ pages: 1, withCard: 1, made: 1, changed: ['index.html'] });
  });

  it.each([
    [['build', 'public', '--site', 'http://localhost:3000'], 'no crawler can reach it'],
    [['build', 'nowhere'], 'nowhere'],
    [['build', 'public', '--mode', 'magic'], 'Valid: static, cloudinary, function.'],
    [['build', 'public', '--mode', 'cloudinary'], 'CLOUDINARY_URL is not set'],
    [['build', 'public', '--keep-days', 'many'], '"many" is no number of days'],
    [['build', 'public', '--overwite'], '(Did you mean --overwrite?)'],
    [['bild', 'public'], '(Did you mean build?)'],
    [['doctor', 'nowhere'], 'is no folder and no address'],
    [['warm', 'nowhere.xml'], 'nowhere.xml'],
  ])('refuses %j with 2, and nothing is touched', async (words, message) => {
    const { cardstock, snapshot } = makeProject({ 'index.html': page() });
    const before = snapshot();
    const { code, stderr } = await cardstock(...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(snapshot()).toEqual(before);
  });
});

describe('cardstock doctor', () => {
  it('exits with 1 before a build, and with 0 once it has fixed what it can', async () => {
    const { cardstock } = makeProject({ 'index.html': page(), 'b.html': page({ title: 'Another page' }) });
    const before = await cardstock('doctor', 'public');
    expect([before.code, before.stdout]).toEqual([1, expect.stringMatching(/og:image, .* are\s+missing/s)]);
    const after = await cardstock('doctor', 'public', '--fix');
    expect([after.code, after.stdout]).toEqual([0, '2 pages: 0 errors, 0 warnings.\n']);
    expect(JSON.parse((await cardstock('doctor', 'public', '--json')).stdout)).toMatchObject({
      summary: { pages: 2, errors: 0 },
    });
  });
});

describe('cardstock warm', () => {
  it('asks for each image once, and for none of them the next time', async () => {
    const { cardstock, build, folder, project } = makeProject({ 'index.html': page() });
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url!);
      const file = join(folder, request.url!);
      if (!existsSync(file)) return void response.writeHead(404).end();
      response.setHeader('content-type', request.url!.endsWith('.jpg') ? 'image/jpeg' : 'text/html');
      response.end(readFileSync(file));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await build();
    const html = readFileSync(join(folder, 'index.html'), 'utf8').replaceAll('https://example.com', origin);
    writeFileSync(join(folder, 'index.html'), html);
    writeFileSync(join(project, 'list.txt'), `${origin}/index.html\n`);

    const first = await cardstock('warm', 'list.txt', '--local');
    expect([first.code, first.stdout]).toEqual([0, expect.stringMatching(/^1 warmed .* 0 failed/)]);
    const images = () => asked.filter((url) => url.endsWith('.jpg')).length;
    expect(images()).toBe(1);
    const second = await cardstock('warm', 'list.txt', '--local');
    expect(second.stdout).toMatch(/^0 warmed .* 1 skipped, 0 failed/);
    expect(images()).toBe(1);
  });
});

describe('cardstock init', () => {
  it('writes a project whose template can be rendered and linted at once', async () => {
    const { cardstock, project } = makeProject({});
    writeFileSync(join(project, 'cardstock.config.ts'), 'export default { templates: "./cards" };');
    expect((await cardstock('init')).stdout).toContain('wrote cards/hello.tsx\n');
    const rendered = await cardstock(
      'render',
      'hello',
      '--title',
      'Mine',
      '--brand',
      '#0a7d4f',
      '--out',
      'mine.png',
    );
    expect([rendered.code, existsSync(join(project, 'mine.png'))]).toEqual([0, true]);
    expect((await cardstock('lint', 'hello')).stdout).toContain('5 cards, 0 faults');
  });
});
