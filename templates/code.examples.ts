import type { Template } from '../src/template.ts';
import type { props } from './code.tsx';
import { sampleCode } from './samples/code.ts';

/** What the gallery shows, and the tests photograph. */
export const examples: Template<typeof props>['examples'] = {
  short: {
    code: sampleCode.typescript,
    syntax: 'typescript',
    file: 'functions/card.ts',
    site: 'cardstock',
  },
  dark: {
    title: 'Parse, don’t validate',
    code: sampleCode.rust,
    syntax: 'rust',
    file: 'src/email.rs',
    author: 'Mary Shaw',
    theme: 'dark',
    brand: '#ff8a3d',
  },
  long: {
    title: 'Which word comes next? A\u00a0language model in 24 lines',
    code: sampleCode.python,
    syntax: 'python',
    file: 'followers.py',
    author: 'Annie Easley',
    site: 'Small Programs',
    brand: '#0b7a5e',
  },
  rtl: {
    title: 'كم يوم عمل في الشهر؟',
    code: sampleCode.arabic,
    syntax: 'python',
    file: 'working_days.py',
    author: 'ليلى منصور',
    site: 'دفتر المبرمج',
    brand: '#b4235a',
  },
  cjk: {
    title: 'あきらめる前に、待ってもう一度',
    code: sampleCode.japanese,
    syntax: 'javascript',
    file: 'retry.js',
    site: '夜更けのコード',
    theme: 'dark',
    brand: '#f2c14e',
  },
  emoji: {
    title: 'A status code is a mood 🙂',
    code: sampleCode.emoji,
    syntax: 'javascript',
    site: 'Tiny Servers',
    brand: '#7a3ff2',
  },
  diff: {
    title: 'Look in memory first',
    code: sampleCode.diff,
    syntax: 'diff',
    file: 'cache.js',
    author: 'Radia Perlman',
  },
  bare: { code: sampleCode.bash, syntax: 'bash' },
};
