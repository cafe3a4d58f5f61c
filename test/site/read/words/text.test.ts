import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../../src/card/text.ts';
import { isForgotten } from '../../../../src/site/read/words/forgotten.ts';
import { isFilledIn } from '../../../../src/site/read/words/leftovers.ts';
import { asMeant, withoutAnchorSign } from '../../../../src/site/read/words/text.ts';

describe('one line', () => {
  it.each([
    [' a\n\t b\u2028c ', 'a b c'],
    ['«\u00a0Demain\u00a0», à 8\u202fh\u202f30', '«\u00a0Demain\u00a0», à 8\u202fh\u202f30'],
    ['a \u00a0 b', 'a b'],
    ['a\u00a0\u00a0\u00a0b', 'a\u00a0b'],
    ['\u00a0a\u00a0', 'a'],
    ['Firing\u200b', 'Firing'],
    ['第一章\u3000序', '第一章\u3000序'],
  ])('of %j is %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});

describe('a text', () => {
  it.each([
    ['Salt &amp; vinegar: a history', 'Salt & vinegar: a history', 'Salt & vinegar: a history'],
    ['L&#39;atelier d&#39;hiver', 'L’atelier d’hiver', "L'atelier d'hiver"],
    ['Zo&eacute; Petit', undefined, 'Zoé Petit'],
    ['Two wires &mdash; and &quot;pull-ups&quot;', 'Something else', 'Two wires — and "pull-ups"'],
    ['I&sup2;C', 'I²C', 'I²C'],
    ['Salt &amp;amp; vinegar', undefined, 'Salt & vinegar'],
    ['10&nbsp;000', undefined, '10\u00a0000'],
    ['a &lt; b', 'a < b', 'a < b'],
    ['&#x1F980; crab', undefined, '🦀 crab'],
    ['What &nbsp; means in HTML', 'What &nbsp; means in HTML', 'What &nbsp; means in HTML'],
    ['What &nbsp; means in HTML', undefined, 'What &nbsp; means in HTML'],
    ['&amp; and its friends', 'Why &amp; is everywhere', '&amp; and its friends'],
    ['AT&T; and R&D;', undefined, 'AT&T; and R&D;'],
    ['&nosuch; thing', undefined, '&nosuch; thing'],
    ['a?b=1&copy=2', undefined, 'a?b=1&copy=2'],
  ])('escaped twice, %j under %j, means %j', (text, heading, meant) => {
    expect(asMeant(text, heading)).toBe(meant);
  });

  it.each([
    ['Release notes <small>beta</small>', 'Release notes beta', 'Release notes beta'],
    ['Vec<T> or Box<[T]>?', 'Vec or Box<[T]>?', 'Vec<T> or Box<[T]>?'],
    ['Release notes <small>beta</small>', undefined, 'Release notes beta'],
    ['A <b class="x">b<i>c</i></b><br/>d', undefined, 'A bc d'],
    ['<custom-x>New</custom-x> things', 'New things', 'New things'],
    ['Vec<T> or Box<[T]>?', 'Vec<T> or Box<[T]>?', 'Vec<T> or Box<[T]>?'],
    ['Vec<T> or Box<[T]>?', undefined, 'Vec<T> or Box<[T]>?'],
    ['Moving <head> tags around', undefined, 'Moving <head> tags around'],
    ['When to use <b>bold</b>', 'When to use <b>bold</b>', 'When to use <b>bold</b>'],
    ['1 < 2 > 0', undefined, '1 < 2 > 0'],
    ['Firing\uf0c1', undefined, 'Firing'],
    ['\ue001 Home page', undefined, 'Home page'],
  ])('with tags or icons in it, %j under %j, means %j', (text, heading, meant) => {
    expect(asMeant(text, heading)).toBe(meant);
  });

  it.each([
    ['Firing¶', 'Firing'],
    ['Firing #', 'Firing'],
    ['Firing §', 'Firing'],
    ['Firing 🔗', 'Firing'],
    ['Learn C#', 'Learn C#'],
    ['#', '#'],
    ['¶', '¶'],
  ])('that is linked to, %j, is %j', (text, bare) => {
    expect(withoutAnchorSign(text)).toBe(bare);
  });

  it.each([
    'undefined',
    'null',
    'None',
    'NaN',
    '[object Object]',
    'map[a:1 b:2]',
    '<no title>',
    '<no value>',
    '<nil>',
    '%!s(<nil>)',
    'Invalid Date',
    '%title%',
    '{{ page.title }}',
    '{{ page.title }} | {{ site.name }}',
    '{{ page.title',
    '<%= title %>',
    '<?php the_title(); ?>',
    '${title}',
    'Post: {{ title }}',
  ])('such as %s says nothing', (text) => {
    expect(isFilledIn(text)).toBe(false);
    expect(isFilledIn(text, 'The heading')).toBe(false);
  });

  it.each([
    ['Why {{ }} beats {% %}', 'Why {{ }} beats {% %}'],
    ['Using ${name} in JavaScript', 'Using ${name}'],
    ['Using {{ site.url }} in Jekyll', 'Using {{ site.url }} in Jekyll'],
    ['What <?php opens', undefined],
    ['null', 'null'],
    ['undefined', 'undefined'],
    ['Why 100% wool and 50% more', undefined],
    ['Vec<T>', undefined],
    ['Undefined behaviour', undefined],
    ['None of the above', undefined],
  ])('such as %s under the heading %j is a title', (text, heading) => {
    expect(isFilledIn(text, heading)).toBe(true);
  });
});

describe('a title that somebody forgot', () => {
  it.each([
    ...['Home', 'HOME PAGE', 'Untitled', 'Untitled Document', 'index.html', 'Index', 'Vite App', '—', ''],
    ...['Startseite', 'Unbenannt', 'Accueil', 'Page d’accueil', 'Sans titre', 'Inicio', 'Início', 'Hem'],
    ...['Strona główna', 'Etusivu', 'Kezdőlap', 'Acasă', 'Главная', 'Головна', 'Начало', 'Αρχική'],
    ...['Ana Sayfa', 'الرئيسية', 'خانه', 'דף הבית', 'मुख्य पृष्ठ', 'প্রধান পাতা', 'หน้าแรก', 'Trang chủ'],
    ...['Beranda', 'ホーム', '無題', '홈', '首页', '首頁', 'Vite + React + TS'],
  ])('is %j', (title) => {
    expect(isForgotten(title)).toBe(true);
  });

  it.each([
    ['Home baking'],
    ['Accueil des réfugiés'],
    ['Welcome'],
    ['Index', 'Index'],
    ['HTML', 'HTML'],
    ['Start', 'Start'],
    ['Úvod', 'Úvod'],
  ])('is not %j', (title, heading?: string) => {
    expect(isForgotten(title, heading)).toBe(false);
  });
});
