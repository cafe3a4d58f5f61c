import type { Template } from '../src/template.ts';
import type { props } from './episode.tsx';
import { sampleHills, sampleShapes, sampleSunset } from './samples/covers.ts';

/** What the gallery shows, and the tests photograph. */
export const examples: Template<typeof props>['examples'] = {
  short: {
    title: 'The lake that goes out with the tide',
    show: 'Slow Water',
    episode: 'Episode 12',
    duration: '48 min',
    guest: 'Ingrid Solheim',
    cover: sampleSunset,
    brand: '#d9482b',
  },
  video: {
    title: 'Walking the ridge ahead of the rain',
    show: 'Long Way Up',
    episode: 'S2 E4',
    duration: '17:35',
    cover: sampleHills,
    kind: 'video',
    theme: 'dark',
    brand: '#e5854b',
  },
  long: {
    title:
      'Everything we got wrong about typefaces for bus timetables, and what eleven drivers, two printers and a very patient passenger taught us about small figures',
    show: 'The Small Print Club',
    episode: 'No. 204',
    duration: '1 hr 32 min',
    guest: 'O. Adeyemi and M. Beauchamp',
    cover: sampleShapes,
    brand: '#2f4bb5',
  },
  'no image': {
    title: 'How bridges sing',
    show: 'Field Recordings',
    episode: 'No. 7',
    duration: '31 min',
    guest: 'Aiko Tanabe',
  },
  'video, no image': {
    title: 'Kerning by ear',
    show: 'Type Workshop',
    duration: '12:08',
    guest: 'Lucas Ferreira',
    kind: 'video',
    brand: '#0f6e62',
  },
  rtl: {
    title: 'مدينة تحت الماء: حكاية الغواصين الأوائل',
    show: 'أصوات من البحر',
    episode: 'الحلقة ١٢',
    duration: '٤٨ دقيقة',
    guest: 'ياسمين الخطيب',
    cover: sampleSunset,
    brand: '#b8442a',
  },
  cjk: {
    title: '네 시의 빵집, 도시가 깨어나기 전',
    show: '새벽의 사람들',
    episode: '23화',
    duration: '42분',
    guest: '한서윤',
    theme: 'dark',
    brand: '#f0b429',
  },
  emoji: {
    title: 'Forty mushrooms, one pan 🍄',
    show: 'Supper Club 🍳',
    episode: 'Episode 3',
    duration: '26 min',
    brand: '#a8324a',
  },
  bare: { title: 'Trailer' },
};
