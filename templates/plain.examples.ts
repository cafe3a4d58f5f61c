import type { Template } from '../src/template.ts';
import type { props } from './plain.tsx';

/** What the gallery shows, and the tests photograph. */
export const examples: Template<typeof props>['examples'] = {
  short: { title: 'Cardstock', subtitle: 'Social cards for every page, made by a real browser.' },
  long: {
    title: 'A field guide to the pictures that travel with links',
    subtitle: 'How previews are chosen, cropped, cached and forgotten, and what a site can do about it.',
    site: 'The Preview Handbook',
    brand: '#0f5c4a',
  },
  dark: {
    title: 'Opening hours',
    subtitle: 'The reading room is open every day from nine until the last reader goes home.',
    site: 'Harbour Library',
    theme: 'dark',
    brand: '#c8553d',
  },
  pale: {
    title: 'What’s on this week',
    subtitle: 'Concerts, talks and two evenings under the stars.',
    site: 'Kulturhaus Lindenau',
    brand: '#f4d35e',
  },
  rtl: {
    title: 'مكتبة الحي',
    subtitle: 'كتب للإعارة وحكايات للأطفال كل يوم سبت، والدخول مجاني للجميع.',
    site: 'دليل المدينة',
    brand: '#6b1f3a',
  },
  cjk: {
    title: '港の小さな図書館',
    subtitle: '一万冊の本と、静かな窓辺の席があります。お気軽にお立ち寄りください。',
    site: '港町だより',
    brand: '#24463c',
  },
  emoji: {
    title: 'Garden diary 🌱',
    subtitle: 'What we sow, what comes up, and what the snails leave us 🐌',
    brand: '#2d6a2e',
  },
  bare: { title: 'Hello, world' },
};
