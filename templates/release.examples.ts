import type { Template } from '../src/template.ts';
import type { props } from './release.tsx';
import { sampleArch, samplePetals } from './samples/logos.ts';

/** What the gallery shows, and the tests photograph. */
export const examples: Template<typeof props>['examples'] = {
  short: {
    product: 'Harbor',
    version: '4.2.0',
    headline: 'Builds start where the last one stopped',
    highlights: ['Incremental builds', 'Typed environment', 'Half the memory'],
    date: '2026-11-22',
    logo: sampleArch,
  },
  dark: {
    product: 'Petal Router',
    version: '3.0.0-rc.1',
    headline: 'Layouts that nest, and load side by side',
    highlights: ['Parallel loaders', 'View transitions'],
    date: '2026-10-05',
    logo: samplePetals,
    theme: 'dark',
    brand: '#ff6b4a',
  },
  long: {
    product: 'The Meridian Component Library',
    version: '2026.11.0-beta.12',
    headline: 'Every component can now be read aloud, used with a keyboard, and printed without surprises',
    highlights: [
      'Checked with four screen readers',
      'Print styles for tables and charts',
      'Right-to-left without a second sheet',
    ],
    date: '2026-09-30',
    brand: '#14532d',
  },
  'no image': {
    product: 'Tidewater',
    version: '11',
    headline: 'Charts you can listen to',
    highlights: ['Sonified series', 'Live captions', 'Offline maps'],
    date: '2026-06-18',
    brand: '#2439c7',
  },
  rtl: {
    product: 'مرسى',
    version: '4.2.0',
    headline: 'أسرع في البناء وأخف على الذاكرة',
    highlights: ['بناء تدريجي', 'سجلات أوضح', 'نصف الذاكرة'],
    date: '2026-11-22',
    brand: '#0f766e',
  },
  cjk: {
    product: 'みなと',
    version: '4.2.0',
    headline: 'ビルドは、前回の続きから',
    highlights: ['差分ビルド', '型付きの環境変数', 'メモリ使用量を半分に'],
    date: '2026-11-22',
    brand: '#e4572e',
  },
  emoji: {
    product: 'Pocket Garden',
    version: '2.1',
    headline: 'Now it reminds you to water 🌿',
    highlights: ['Watering calendar 💧', 'Frost warnings ❄️'],
    date: '2026-04-02',
    brand: '#b6e388',
  },
  bare: { product: 'Lattice', version: '1.0.0' },
};
