import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Cardstock, type Template } from '../../../src/index.ts';
import { samplesOf } from '../../../src/studio/contact-sheet/samples.ts';
import { compareWithAccepted } from '../../../src/studio/golden/accepted.ts';
import { checkGoldens, type GoldenChoice, updateGoldens } from '../../../src/studio/golden/golden-check.ts';
import { GoldenFolder, goldenFolderOf, goldenName } from '../../../src/studio/golden/golden-folder.ts';
import { sentenceOf } from '../../../src/studio/golden/verdict.ts';
import { plain } from '../../../templates/plain.tsx';

const sizes = { tiny: { width: 240, height: 126 }, tall: { width: 126, height: 240 } };
const hello: Template = {
  ...plain,
  name: 'hello',
  viewport: 'tiny',
  variants: sizes,
  examples: { short: { title: 'Hello' }, 'Ünder /way': { title: 'Good evening' } },
};
const other: Template = { ...hello, name: 'other', examples: { short: { title: 'Other' } } };
const variants = Object.keys(sizes);
const choice: GoldenChoice = { ownTemplates: ['hello', 'other'], variants };
const cardstock = new Cardstock({
  templates: [hello, other],
  config: { allowUnsigned: true, browsers: 1 },
});

let root: string;
let out: string;
let goldens: GoldenFolder;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cardstock-goldens-'));
  out = join(root, 'out');
  goldens = new GoldenFolder(join(root, '__golden__'));
  await update();
  await cp(goldens.path, join(root, 'accepted'), { recursive: true });
});
afterAll(async () => {
  await cardstock.close();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  cardstock.useTemplates([hello, other]);
  await rm(goldens.path, { recursive: true, force: true });
  await cp(join(root, 'accepted'), goldens.path, { recursive: true });
});

const update = (asked: Partial<GoldenChoice> = {}) =>
  updateGoldens({ cardstock, goldens, choice: { ...choice, ...asked } });
const check = (asked: Partial<GoldenChoice> = {}) =>
  checkGoldens({ cardstock, goldens, choice: { ...choice, ...asked } }, out);

/** What is not as it was accepted: `changed hello/short.tiny.png`. */
async function found(asked: Partial<GoldenChoice> = {}): Promise<string[]> {
  const { verdicts } = await check(asked);
  return verdicts.filter(({ kind }) => kind !== 'same').map(({ kind, name }) => `${kind} ${name}`);
}

const larger = { ...hello, css: `${hello.css} main { border-left: 9px solid red }` };

describe('pictures that were accepted', () => {
  it('are those of each example in each size, by names that stay', async () => {
    const names = await goldens.names();
    expect(names).toHaveLength(6);
    expect(names).toEqual(expect.arrayContaining(['hello/short.tiny.png', 'other/short.tall.png']));
    expect(names.find((name) => name.includes('way'))).toMatch(/^hello\/nder-way-[\da-f]{8}\.tall\.png$/);
    const picture = await sharp(await goldens.picture('hello/short.tiny.png')).metadata();
    expect(picture).toMatchObject({ format: 'png', width: 240, height: 126 });
  });

  it('are what is drawn again, to the byte, and then there is no picture of differences', async () => {
    const { verdicts, overview, ofOtherEngines } = await check();
    expect(verdicts.map(({ kind }) => kind)).toEqual(Array(6).fill('same'));
    expect([overview, ofOtherEngines]).toEqual([undefined, 0]);
    expect(existsSync(join(out, 'differences.png'))).toBe(false);
    const before = await goldens.picture('hello/short.tiny.png');
    await update();
    expect(await goldens.picture('hello/short.tiny.png')).toEqual(before);
  });

  it('are shown beside a card that looks otherwise, which is told by its pixels', async () => {
    cardstock.useTemplates([larger, other]);
    const { verdicts, overview } = await check({ variants: ['tiny'] });
    const [first] = verdicts;
    expect(first).toMatchObject({ kind: 'changed', name: 'hello/short.tiny.png' });
    expect(sentenceOf(first!)).toMatch(
      /^changed {2}hello\/short\.tiny\.png: \d{4} pixels \(\d\.\d\d %\), the design is another one$/,
    );
    const triptych = await sharp(await readFile(first!.difference!)).metadata();
    expect(triptych).toMatchObject({ width: 3 * 240 + 2 * 16, height: 126 });
    expect((await sharp(await readFile(overview!)).metadata()).width).toBe(1280);
    expect(verdicts.filter(({ kind }) => kind === 'same').map(({ name }) => name)).toEqual([
      'other/short.tiny.png',
    ]);
  });

  it('are nothing new to a check: it leaves them as they are', async () => {
    cardstock.useTemplates([larger]);
    await check();
    expect(await found({ variants: ['tiny'] })).toContain('changed hello/short.tiny.png');
  });

  it('tell examples that are new, gone, or cannot be drawn any more', async () => {
    const examples = { short: { title: 'Hello' }, added: { title: 'New' }, wrong: { title: 5 } };
    cardstock.useTemplates([{ ...hello, examples: examples }]);
    expect((await found({ variants: ['tiny'] })).sort()).toEqual([
      'failed hello/wrong.tiny.png',
      expect.stringMatching(/^gone hello\/nder-way/),
      'gone other/short.tiny.png',
      'new hello/added.tiny.png',
    ]);
  });

  it('are replaced by an update, which forgets what is gone and keeps what cannot be drawn', async () => {
    const broken: Template = {
      ...other,
      render: () => {
        throw new Error('a bug');
      },
    };
    cardstock.useTemplates([{ ...larger, examples: { short: { title: 'Hello' } } }, broken]);
    const { verdicts } = await update();
    expect(verdicts.map(({ kind }) => kind).sort()).toEqual([
      ...['changed', 'changed', 'failed', 'failed', 'gone', 'gone'],
    ]);
    expect(await readdir(join(goldens.path, 'hello'))).toHaveLength(2);
    expect(await found()).toEqual(['failed other/short.tiny.png', 'failed other/short.tall.png']);
    expect(Object.keys(await goldens.origins())).toHaveLength(4);
  });

  it('of other templates are not looked at where one is named', async () => {
    cardstock.useTemplates([larger, { ...other, examples: {} }]);
    expect(await found({ templates: ['other'] })).toEqual([
      'gone other/short.tall.png',
      'gone other/short.tiny.png',
    ]);
    await update({ templates: ['other'] });
    expect(await found({ variants: ['tiny'] })).toHaveLength(2);
  });

  it('of a template that is not the own one are looked at once they are there', async () => {
    cardstock.useTemplates([larger]);
    expect(await found({ ownTemplates: [], variants: ['tall'] })).toContain('changed hello/short.tall.png');
  });
});

describe('one card beside its accepted picture', () => {
  const state = async () => {
    const sample = samplesOf(cardstock.templates, { templates: ['hello'], variants: ['tiny'] })[0]!;
    return compareWithAccepted(sample, cardstock, goldens);
  };

  it('is the same, changed, new, or nothing was accepted of its template', async () => {
    expect(await state()).toMatchObject({ verdict: { kind: 'same' } });
    cardstock.useTemplates([larger]);
    expect(await state()).toMatchObject({
      verdict: { kind: 'changed', reason: 'the design is another one' },
    });
    expect((await state())?.triptych?.difference).toBeDefined();
    await goldens.remove('hello/short.tiny.png');
    expect(await state()).toEqual({ verdict: { kind: 'new', name: 'hello/short.tiny.png' } });
    await rm(join(goldens.path, 'hello'), { recursive: true });
    expect(await state()).toBeUndefined();
  });
});

describe('a picture that was accepted elsewhere', () => {
  const name = 'hello/short.tiny.png';

  async function acceptedWith(engine: string): Promise<void> {
    const origins = await goldens.origins();
    await goldens.writeOrigins({ ...origins, [name]: { ...origins[name]!, engine } });
  }

  /** As another browser might draw it. */
  async function drawnOtherwise(): Promise<void> {
    await goldens.write(
      name,
      await sharp(await goldens.picture(name))
        .negate({ alpha: false })
        .toBuffer(),
    );
  }

  const reason = async () => (await check()).verdicts.find((verdict) => verdict.name === name)?.reason;

  it('is no difference by itself, and is counted', async () => {
    await acceptedWith('headless-shell 1');
    expect(await found()).toEqual([]);
    expect((await check()).ofOtherEngines).toBe(1);
  });

  it('is said to be of another engine, and whether the design is another one, too', async () => {
    await acceptedWith('headless-shell 1');
    await drawnOtherwise();
    expect(await reason()).toMatch(
      /^the design is the same, the engine is another one \(accepted with headless-shell 1; here is .*recipes \d+ sharp/,
    );
    cardstock.useTemplates([larger, other]);
    expect(await reason()).toMatch(/^the design is another one, and so is the engine/);
  });

  it('is said to be edited where nothing else can be', async () => {
    await drawnOtherwise();
    expect(await reason()).toMatch(/^design and engine are the same: the file was edited/);
  });

  it('is compared where nobody knows what made it, and a file that a merge broke is named', async () => {
    await goldens.writeOrigins({});
    expect(await found()).toEqual([]);
    await writeFile(join(goldens.path, 'golden.json'), '<<<<<<< HEAD');
    await expect(check()).rejects.toThrow(/golden\.json cannot be read; .*--update/);
    await update();
    expect(await found()).toEqual([]);
  });
});

describe('the folder of accepted pictures', () => {
  it('is where the config says, beside the templates otherwise', () => {
    const of = (config: object) => goldenFolderOf({ folder: '/p', config });
    expect(of({})).toBe(join('/p/cards/__golden__'));
    expect(of({ templates: './src/og' })).toBe(join('/p/src/og/__golden__'));
    expect(of({ templates: './src/og', goldenFolder: 'test/cards' })).toBe(join('/p/test/cards'));
  });

  it('has another file for each example, whatever they are called', () => {
    const names = ['a', 'A', 'a b', 'a-b', 'ä', '日本', '东京', '../x', 'con.', 'x'.repeat(300)];
    const files = names.map((example) =>
      goldenName({ template: 't', example, variant: 'og' } as Parameters<typeof goldenName>[0]),
    );
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(names.length);
    for (const file of files) expect(file).toMatch(/^t\/[a-z\d][a-z\d_-]{0,59}\.og\.png$/);
  });
});
