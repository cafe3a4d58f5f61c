import type { Template } from '../src/template.ts';
import type { props } from './article.tsx';
import { sampleAvatar } from './samples/avatar.ts';
import { sampleHills } from './samples/covers.ts';

/** What the gallery shows, and the tests photograph. */
export const examples: Template<typeof props>['examples'] = {
  short: {
    title: 'Every page deserves a picture',
    author: 'Ada Lovelace',
    avatar: sampleAvatar,
    tags: ['design', 'open graph'],
    site: 'cardstock',
    date: '2026-11-22',
  },
  dark: {
    title: 'Cold starts, warm caches: photographing the web one card at a time',
    author: 'Grace Hopper',
    tags: ['serverless', 'chromium', 'typescript'],
    site: 'The Compiler',
    date: '2026-03-09',
    theme: 'dark',
  },
  long: {
    title:
      'What we learned from rendering two thousand social images in a row without a single leaked file descriptor, and why the browser was never the slow part',
    author: 'Margaret Hamilton',
    tags: ['reliability'],
    site: 'Launch Notes',
    date: '2026-07-16',
  },
  cover: {
    title: 'The long way up is the one you remember',
    author: 'Ines Carvalho',
    cover: sampleHills,
    tags: ['walking'],
    site: 'Slow Lines',
    date: '2026-06-21',
  },
  'no image': {
    title: 'The quiet return of the printed train timetable',
    description:
      'Three small presses print them again, in pocket size, and sell them where people wait. We rode along with one.',
    author: 'Ines Carvalho',
    tags: ['travel', 'paper'],
    site: 'Slow Lines',
    date: '2026-05-04',
    brand: '#1f6f5c',
  },
  rtl: {
    title: 'كيف عادت المكتبات الصغيرة إلى قلب المدينة',
    author: 'سلمى الحداد',
    tags: ['ثقافة', 'مدن'],
    site: 'مجلة القراءة',
    date: '2026-10-18',
    brand: '#0f6f8c',
  },
  cjk: {
    title: '路面電車が変えた、港町の朝',
    description: '一番電車は五時十二分。坂の上から港まで、町の一日がどう動き出すのかを見に行きました。',
    author: '森川 千尋',
    tags: ['街', '交通'],
    site: '港町だより',
    date: '2026-11-03',
    brand: '#c23b4e',
  },
  emoji: {
    title: 'Sourdough for forgetful people 🍞',
    author: 'Jonas Peeters',
    tags: ['baking', 'patience ⏳'],
    site: 'Kitchen Notes',
    date: '2026-02-12',
    brand: '#b5652a',
  },
  'title only': { title: 'Less, but better' },
};
