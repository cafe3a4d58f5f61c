import type { Template } from '../src/template.ts';
import type { props } from './docs.tsx';
import { sampleArch, samplePetals } from './samples/logos.ts';

/** What the gallery shows, and the tests photograph. */
export const examples: Template<typeof props>['examples'] = {
  short: {
    title: 'Caching and revalidation',
    project: 'Harbor',
    version: 'v4.2',
    section: ['Guides', 'Performance'],
    description: 'How long an answer may be kept, who keeps it, and how to have it forgotten.',
    logo: sampleArch,
  },
  dark: {
    title: 'Middleware',
    project: 'Petal Router',
    version: '3.0.0-rc.1',
    section: ['Reference', 'Server'],
    description: 'Functions that see each request before your pages do, in the order they are listed.',
    logo: samplePetals,
    theme: 'dark',
    brand: '#ffd23f',
  },
  long: {
    title: 'Moving a large application from the pages folder to nested layouts, one route at a time',
    project: 'The Meridian Component Library',
    version: 'v12.4 LTS',
    section: ['Guides', 'Upgrading', 'From version 11 to version 12'],
    outline: [
      'Before you begin',
      'Move one route, and leave the others where they are',
      'Layouts that nest',
      'Loading and error states',
      'What the compiler can do for you',
      'Take the old folder away',
    ],
    description:
      'What changes, what stays, and in which order to go so that every commit on the way can be released.',
    brand: '#0b7a5e',
  },
  'no image': {
    title: 'useDeferredQuery()',
    project: 'Lattice',
    version: 'v2.8',
    section: ['API', 'Hooks'],
    description: 'Waits with a query until its result is about to be seen.',
    brand: '#c2264b',
  },
  rtl: {
    title: 'التثبيت والإعداد الأول',
    project: 'مرسى',
    version: 'v4.2',
    section: ['الدليل', 'البداية'],
    outline: ['قبل أن تبدأ', 'التثبيت', 'المشروع الأول', 'إن لم يعمل شيء'],
    description: 'ما تحتاج إليه قبل أن تبدأ، وكيف تشغّل أول مشروع في خمس دقائق.',
    brand: '#8a4b12',
  },
  cjk: {
    title: 'キャッシュの有効期限を設定する',
    project: 'みなと',
    version: 'v4.2',
    section: ['ガイド', 'パフォーマンス'],
    description: '応答をどれだけ保存し、いつ作り直すかを決める方法を説明します。',
    brand: '#6a3fc4',
  },
  emoji: {
    title: 'Your first plugin 🧩',
    project: 'Harbor',
    version: 'v4.2',
    section: ['Tutorials'],
    description: 'Write one, try it, share it 🚢',
    logo: sampleArch,
  },
  bare: { title: 'Getting started', project: 'Lattice' },
};
