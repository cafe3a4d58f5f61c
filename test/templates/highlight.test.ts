import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findColors, highlight } from '../../templates/parts/highlight.ts';
import type { Role, Token } from '../../templates/parts/syntax-roles.ts';
import { type Syntax, syntaxes } from '../../templates/parts/syntaxes.ts';

/** On a busy machine some code is late, or taken for endless: then it is asked for with a line more, which is another. */
async function colored(code: string, syntax: Syntax): Promise<Token[][]> {
  const lines = code.split('\n').length;
  let asked = code;
  for (let tries = 5; tries > 0 && (await findColors(asked, syntax)).isProvisional; tries--) asked += '\n';
  return highlight(asked, syntax).slice(0, lines);
}

/** The pieces of some code that have a role, as in `keyword:const`. */
async function rolesOf(code: string, syntax: Syntax): Promise<string[]> {
  const pieces = (await colored(code, syntax)).flat();
  return pieces.filter(({ role }) => role).map(({ role, text }) => `${role}:${text.trim()}`);
}

/** A little of each language, and a piece of it that must have a role. */
const samples: Record<Exclude<Syntax, 'text'>, [code: string, role: Role, piece: string]> = {
  typescript: ['type Id = string;', 'keyword', 'type'],
  javascript: ['const answer = 42;', 'constant', '42'],
  tsx: ['<Card title="x" />', 'type', 'Card'],
  jsx: ['<a href="x" />', 'name', 'href'],
  python: ['def run(): pass', 'name', 'run'],
  rust: ['fn main() {}', 'keyword', 'fn'],
  go: ['func main() {}', 'name', 'main'],
  java: ['String name;', 'type', 'String'],
  kotlin: ['fun main() {}', 'keyword', 'fun'],
  swift: ['let n = 1', 'keyword', 'let'],
  c: ['int main(void);', 'name', 'main'],
  cpp: ['class A {};', 'keyword', 'class'],
  csharp: ['var x = "a";', 'keyword', 'var'],
  ruby: ['puts "hi"', 'name', 'puts'],
  php: ['<?php echo 1;', 'constant', '1'],
  bash: ['echo "$HOME" # why', 'comment', '# why'],
  sql: ['SELECT 1', 'keyword', 'SELECT'],
  html: ['<p class="a">b</p>', 'keyword', 'p'],
  css: ['a { color: red }', 'type', 'color'],
  json: ['{ "a": 1 }', 'type', '"a"'],
  yaml: ['a: true', 'keyword', 'a'],
  toml: ['a = "b"', 'string', '"b"'],
  markdown: ['# Hello', 'keyword', '# Hello'],
  diff: ['-old\n+new', 'inserted', '+new'],
  dockerfile: ['FROM node', 'keyword', 'FROM'],
};

describe('every language', () => {
  it.each(syntaxes.filter((syntax) => syntax !== 'text'))('%s has its colours', async (syntax) => {
    const [code, role, piece] = samples[syntax];
    expect(await rolesOf(code, syntax)).toContain(`${role}:${piece}`);
  });
});

describe('code', () => {
  it('has the roles of its pieces', async () => {
    expect(await rolesOf('const card = await load(`/${id}`, 3); // why', 'typescript')).toEqual([
      'keyword:const',
      'punctuation:=',
      'keyword:await',
      'name:load',
      'punctuation:(',
      'string:`/',
      'keyword:${',
      'keyword:}',
      'string:`',
      'punctuation:,',
      'constant:3',
      'punctuation:);',
      'comment:// why',
    ]);
  });

  it('loses no character', async () => {
    const lines = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.constantFrom<Syntax>('text', 'typescript', 'html'),
        async (parts, syntax) => {
          const code = parts.join('\n').replaceAll(/[\r\u2028\u2029]/g, '');
          const whole = (await colored(code, syntax)).map((tokens) =>
            tokens.map(({ text }) => text).join(''),
          );
          expect(whole.join('\n')).toBe(code);
        },
      ),
    );
  });

  it('without a language has no colours', async () => {
    expect(await rolesOf('const a = 1;', 'text')).toEqual([]);
  });

  it('has none in lines that no card can show', async () => {
    const [long, short] = await colored(`const a = '${'x'.repeat(200)}';\nconst b = 1;`, 'typescript');
    expect(long!.some(({ role }) => role)).toBe(false);
    expect(short!.some(({ role }) => role === 'keyword')).toBe(true);
  });
});

describe('code that its grammar would take days for', () => {
  const endless = `type a struct{${'a'.repeat(50)}`;

  it('is left without colours, and what comes after it is not', async () => {
    expect(await rolesOf('func main() {}', 'go')).toContain('keyword:func');
    await findColors(endless, 'go');
    expect(highlight(endless, 'go')).toEqual([[{ text: endless }]]);
    expect(await rolesOf('func main() {}', 'go')).toContain('keyword:func');
  });

  it('is a provisional card, and holds nobody up while it is tried', async () => {
    await findColors('func main() {}', 'go');
    let turns = 0;
    const clock = setInterval(() => (turns += 1), 5);
    const { isProvisional } = await findColors(`${endless} //`, 'go');
    clearInterval(clock);
    expect(isProvisional).toBe(true);
    expect(turns).toBeGreaterThan(10);
  });

  it('is not tried again', async () => {
    await findColors(endless, 'go');
    const others = Promise.all(['a', 'b', 'c'].map((name) => findColors(`${endless} // ${name}`, 'go')));
    expect(await Promise.race([findColors(endless, 'go'), others])).toEqual({ isProvisional: true });
    await others;
  });
});

describe('more code than one thread can colour', () => {
  let count = 0; // a second try needs what is not known yet

  it('is late for most, and coloured for the next who asks', async () => {
    const codes = Array.from({ length: 40 }, () => `const a = ${count++};`);
    const asked = await Promise.all(codes.map((code) => findColors(code, 'typescript')));
    expect(asked[0]).toEqual({ isProvisional: false });
    expect(asked.at(-1)).toEqual({ isProvisional: true });
    expect(highlight(codes.at(-1)!, 'typescript')).toEqual([[{ text: codes.at(-1) }]]);
    expect(await findColors(codes.at(-1)!, 'typescript')).toEqual({ isProvisional: false });
  });
});
