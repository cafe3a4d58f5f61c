import type { Template } from '../src/template.ts';
import type { props } from './profile.tsx';
import { sampleBeard, sampleLogo, samplePortrait } from './samples/portraits.ts';

/** What the gallery shows, and the tests photograph. */
export const examples: Template<typeof props>['examples'] = {
  short: {
    name: 'Marta Lindqvist',
    role: 'Ceramicist and teacher',
    bio: 'Makes bowls for soup, cups for two hands, and the occasional moon.',
    handle: '@martamakes',
    figures: ['42 posts', '1,280 readers', '9 kilns'],
    portrait: samplePortrait,
  },
  dark: {
    name: 'Kwame Asante',
    role: 'Radio engineer',
    bio: 'Repairs transmitters on four islands and writes down what the weather did to them.',
    handle: 'kwame.example',
    figures: ['117 field notes', '4 islands'],
    portrait: sampleBeard,
    theme: 'dark',
    brand: '#3f8f84',
  },
  organisation: {
    name: 'Quarter Press',
    role: 'Books about making things',
    bio: 'A small publisher in a former sail loft. Two books a year, both of them finished.',
    handle: '@quarterpress',
    figures: ['38 books', '12 people', '2009 founded'],
    portrait: sampleLogo,
    kind: 'organisation',
    brand: '#123c69',
  },
  long: {
    name: 'Dr. Maximiliane Freifrau von Hohenberg-Castellani',
    role: 'Professor emerita of musicology',
    bio: 'Forty years of listening to organs, bells and one very stubborn harpsichord.',
    handle: '@hohenberg.castellani@music.example',
    figures: ['1,204 recordings', '31 instruments', '12 800 subscribers'],
    brand: '#6d2e46',
  },
  'no image': {
    name: 'Yusuf Demir',
    role: 'Gardener, city parks',
    handle: '@thegreenshift',
    figures: ['640 trees', '3 apprentices'],
    brand: '#2f6b3c',
  },
  rtl: {
    name: 'ليان القاسم',
    role: 'مصممة خطوط عربية',
    bio: 'ترسم الحروف منذ عشرين عاماً وتدرّسها في ورش صغيرة.',
    handle: '@layan',
    figures: ['١٢ خطاً', '٨٦ مقالة', '٣ كتب'],
    portrait: samplePortrait,
    brand: '#1f5f8b',
  },
  cjk: {
    name: '佐々木 航',
    role: '船大工',
    bio: '瀬戸内の小さな造船所で、木の舟を一艘ずつ手で作っています。',
    handle: '@wataru',
    figures: ['舟 27', '弟子 2', '日誌 310'],
    brand: '#8a3b2e',
  },
  emoji: {
    name: 'Bea 🐝',
    role: 'Beekeeper on a roof in Leeds',
    bio: 'Honey in August, stings all summer 🍯',
    handle: '@bea',
    figures: ['6 hives', '48 jars'],
    brand: '#f2b705',
  },
  bare: { name: 'Ada Lovelace' },
};
