import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { highlight, loadSyntax, type Role, type Syntax, syntaxes } from '../../templates/parts/highlight.ts';

/** The pieces of some code that have a role, as in `keyword:const`. */
function rolesOf(code: string, syntax: Syntax): string[] {
  const pieces = highlight(code, syntax).flat();
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
    await loadSyntax(syntax);
    const [code, role, piece] = samples[syntax];
    expect(rolesOf(code, syntax)).toContain(`${role}:${piece}`);
  });
});

describe('code', () => {
  beforeAll(() => Promise.all([loadSyntax('typescript'), loadSyntax('html')]));

  it('has the roles of its pieces', () => {
    expect(rolesOf('const card = await load(`/${id}`, 3); // why', 'typescript')).toEqual([
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

  it('loses no character', () => {
    const lines = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.constantFrom<Syntax>('text', 'typescript', 'html'), (parts, syntax) => {
        const code = parts.join('\n').replaceAll(/[\r\u2028\u2029]/g, '');
        const whole = highlight(code, syntax).map((tokens) => tokens.map(({ text }) => text).join(''));
        expect(whole.join('\n')).toBe(code);
      }),
    );
  });

  it('without a language has no colours', () => {
    expect(rolesOf('const a = 1;', 'text')).toEqual([]);
  });

  it('has none in lines that no card can show', () => {
    const [long, short] = highlight(`const a = '${'x'.repeat(200)}';\nconst b = 1;`, 'typescript');
    expect(long!.some(({ role }) => role)).toBe(false);
    expect(short!.some(({ role }) => role === 'keyword')).toBe(true);
  });
});

describe('code that its grammar would take days for', () => {
  const endless = `type a struct{${'a'.repeat(50)}`;

  it('is left without colours, and what comes after it is not', async () => {
    await loadSyntax('go');
    expect(rolesOf('func main() {}', 'go')).toContain('keyword:func');
    expect(rolesOf(endless, 'go')).toEqual([]);
    expect(highlight(endless, 'go')).toEqual([[{ text: endless }]]);
    expect(rolesOf('func main() {}', 'go')).toContain('keyword:func');
  });
});
