import type { Template } from '../src/template.ts';
import type { props } from './quote.tsx';
import { sampleBeard, samplePortrait } from './samples/portraits.ts';

/** What the gallery shows, and the tests photograph. */
export const examples: Template<typeof props>['examples'] = {
  short: {
    quote: 'Simplicity is the art of leaving out what nobody will miss.',
    name: 'Ida Falkenberg',
    role: 'Architect, in conversation',
    portrait: samplePortrait,
    site: 'Room & Window',
  },
  long: {
    quote:
      'I have read every letter that was ever sent to this newspaper, forty years of them, and I can tell you that people write when they are angry, write again when they are sorry, and only the best of them ever write to say that a thing was well made.',
    name: 'Margarethe Oyelaran',
    role: 'Letters editor, 1981 to 2021',
    site: 'The Long Read',
    brand: '#8c2f39',
  },
  dark: {
    quote: 'We stopped counting page views and started counting thank-yous.',
    name: 'Tomás Arrieta',
    role: 'Founder of a very small bookshop',
    portrait: sampleBeard,
    theme: 'dark',
    brand: '#e8a33d',
  },
  'no image': {
    quote: 'The map was wrong, so we walked.',
    name: 'Nadia Brenner',
    role: 'Mountain guide',
    site: 'Above the Treeline',
    brand: '#2b5f8a',
  },
  rtl: {
    quote: 'الكتاب الجيد لا ينتهي حين تغلقه، بل يبدأ.',
    name: 'سلمى الحداد',
    role: 'أمينة مكتبة في تونس',
    site: 'مجلة القراءة',
    brand: '#7a4a1e',
  },
  cjk: {
    quote: '急がなくていい。道は、歩いた人の後ろにできる。',
    name: '森川 千尋',
    role: '登山家',
    site: '山と言葉',
    brand: '#9a3b3b',
  },
  emoji: {
    quote: 'Best bread in town 🥖 and the only queue I enjoy standing in.',
    name: 'Jonas P.',
    role: 'A neighbour, every Saturday ⭐️⭐️⭐️⭐️⭐️',
    brand: '#b5652a',
  },
  bare: { quote: 'Less, but better.' },
};
