import { describe, expect, it } from 'vitest';
import { readHead } from '../../../../src/site/read/html/head.ts';

const prose = 'A paragraph that says in one sentence what this page is about.';
const paragraphBehind = (before: string) => readHead(`<h1>H</h1>${before}<p>${prose}</p>`).paragraph;

describe('what introduces no page', () => {
  it.each([
    ['where its source is', '<p><b>Source code:</b> <a href="x">Lib/collections/__init__.py</a></p>'],
    ['two such places', '<p><b>Source code:</b> <a href="x">Lib/profile.py</a> and <a>Lib/pstats.py</a></p>'],
    [
      'what nobody vouches for',
      '<p>This is distributed in the hope that it will be useful, but without any warranty.</p>',
    ],
    ['which types a type is', '<p>GFileIcon implements <a href="x">GIcon</a> and <a>GLoadableIcon</a>.</p>'],
    [
      'the title of a table',
      '<div class="table"><p class="title"><b>Table 2. Comparison of GnomeVFS and GIO concepts</b></p></div>',
    ],
    [
      'how a command is called',
      '<div class="cmdsynopsis"><p><code>gio copy</code> [OPTION...] SOURCE... DESTINATION</p></div>',
    ],
  ])('is %s', (_, html) => {
    expect(paragraphBehind(html)).toBe(prose);
  });

  it.each([
    'The purpose of the <code>importlib</code> package is three-fold.',
    '<a href="x">アプリケーションソフトの多言語化</a>と国際化を<a href="y">ロケール</a>で扱えるようにします。',
    'A <a href="x">GTask</a> represents and manages a cancellable "task".',
    'Use <a href="x">g_resolver_lookup_by_name</a> or <a href="y">g_resolver_lookup_by_name_async</a> to look up an address by its name.',
  ])('is not a sentence with names in it: %s', (html) => {
    expect(paragraphBehind(`<p>${html}</p>`)).toBe(html.replaceAll(/<[^>]+>/g, ''));
  });
});
