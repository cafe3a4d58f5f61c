import * as z from 'zod';
import { color, css, defineTemplate, image, text, theme } from '../src/template.ts';
import { apartFrom } from './parts/apart.ts';
import { Logo, logoCss } from './parts/logo.tsx';
import { Outline, outlineCss } from './parts/outline.tsx';
import { palette, type Paper, type Theme } from './parts/palette.ts';
import { sampleArch, samplePetals } from './parts/sample-logos.ts';
import { sizes } from './parts/sizes.ts';

const props = z.strictObject({
  title: text(120, 'The title of the page, 1 to 120 characters'),
  project: text(40, 'What the documentation is of'),
  version: text(20, 'The version it describes, as in v4.2').optional(),
  section: z
    .array(text(40, 'A step on the way to the page'))
    .max(3)
    .default([])
    .describe('Up to three steps, as in section=Guides,Caching'),
  description: text(160, 'A sentence on what the page is about, up to 160 characters').optional(),
  logo: image('The logo, square; without one the first letter of the project stands in').optional(),
  theme: theme(),
  brand: color('The colour of the way to the page and of its place in the outline, as in #2f5bea').default(
    '#2f5bea',
  ),
});

type Props = z.output<typeof props>;

const papers: Record<Theme, Paper> = {
  light: { ground: '#fcfcfa', ink: '#15171c' },
  dark: { ground: '#101217', ink: '#f1f2f4' },
};

function colors({ theme, brand }: Pick<Props, 'theme' | 'brand'>) {
  return palette({ theme, brand: apartFrom(papers[theme], brand), papers });
}

/** The card of a page of a manual: its title, the way to it, and the outline it is a part of. */
export const docs = defineTemplate({
  name: 'docs',
  description: 'A page of a manual, with the way to it and the version. For documentation and references.',
  props,
  examples: {
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
  },
  fonts: [
    { family: 'Inter', weights: [500, 700] },
    { family: 'JetBrains Mono', weights: [500] },
  ],
  viewport: 'og',
  alt: ({ title, section, project, version }) =>
    `${[...section, title].join(' / ')}, documentation of ${[project, version].filter(Boolean).join(' ')}`,
  render: (card) => (
    <main style={colors(card)}>
      <div class="page">
        <Masthead {...card} />
        <div class="words">
          {card.section.length > 0 && <Way steps={card.section} />}
          <div class="title">
            <h1 dir="auto" data-fit="0.36">
              {card.title}
            </h1>
          </div>
          {card.description && (
            <p dir="auto" class="description">
              {card.description}
            </p>
          )}
        </div>
      </div>
      <Outline words={card.title} />
    </main>
  ),
  css: css`
    ${sizes}
    ${logoCss}
    ${outlineCss}
    main {
      height: 100%;
      display: flex;
      background: var(--ground);
      color: var(--ink);
      font-weight: 500;
    }
    .page {
      flex: 1 1 0;
      min-width: 0;
      min-height: 0;
      padding-block: 4rem;
      padding-inline: 4.5rem 3.5rem;
      display: flex;
      flex-direction: column;
      gap: 2.25rem;
    }
    [dir='auto'] {
      text-align: -webkit-match-parent;
    }
    header {
      flex: none;
      display: flex;
      align-items: center;
      gap: 1.1rem;
      font-size: 1.75rem;
      line-height: calc(1.25 * var(--tall));
      white-space: nowrap;
    }
    .logo {
      font-size: 1.6rem;
    }
    .project {
      min-width: 0;
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    .project,
    .step {
      overflow: hidden;
      text-overflow: ellipsis;
      padding-block: 0.1em;
    }
    .version {
      flex: none;
      margin-inline-start: 0.4rem;
      font-family: 'JetBrains Mono';
      font-size: 1.6rem;
      color: var(--soft);
    }
    .words {
      flex: 1 1 0;
      min-height: 0;
      display: flex;
      flex-direction: column;
      justify-content: center;
    }
    .way {
      flex: none;
      display: flex;
      gap: 0.7em;
      margin-bottom: 1.1rem;
      font-family: 'JetBrains Mono';
      font-size: 1.75rem;
      line-height: calc(1.3 * var(--tall));
      color: var(--accent);
      white-space: nowrap;
    }
    .step {
      flex: 0 1 auto;
      min-width: 0;
    }
    .step:not(:last-child) {
      flex: none;
      max-width: 32%;
    }
    .slash {
      flex: none;
      padding-block: 0.1em;
      color: var(--soft);
    }
    .title {
      flex: 0 1 auto;
      min-height: 0;
    }
    h1 {
      font-weight: 700;
      font-size: calc(5.75rem / var(--tall));
      line-height: calc(1.08 * var(--tall));
      letter-spacing: -0.036em;
      text-wrap: balance;
      padding-inline-end: 0.04em;
    }
    .description {
      flex: none;
      margin-top: 1.5rem;
      max-width: 44rem;
      font-size: 1.9rem;
      line-height: calc(1.36 * var(--tall));
      color: var(--soft);
      text-wrap: balance;
      overflow-wrap: anywhere;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
    }
    .outline {
      flex: none;
      width: 20rem;
    }
    @media (min-aspect-ratio: 2/1) {
      .page {
        padding-block: 3.5rem;
      }
    }
    @media (max-aspect-ratio: 1/1) {
      main {
        flex-direction: column;
      }
      .page {
        padding: 4.5rem 4.5rem 4rem;
      }
      .outline {
        width: 100%;
        height: 24%;
        padding: 2.5rem 4.5rem 0;
      }
      h1 {
        font-size: calc(7rem / var(--tall));
      }
      .description {
        font-size: 2.1rem;
        -webkit-line-clamp: 4;
      }
    }
  `,
});

function Masthead({ logo, project, version }: Pick<Props, 'logo' | 'project' | 'version'>) {
  return (
    <header>
      <Logo name={project} picture={logo} />
      <span class="project" dir="auto">
        {project}
      </span>
      {version && (
        <span class="version" dir="auto">
          {version}
        </span>
      )}
    </header>
  );
}

function Way({ steps }: { steps: readonly string[] }) {
  return (
    <div class="way">
      {steps.map((step, index) => (
        <>
          {index > 0 && (
            <span class="slash" aria-hidden="true">
              /
            </span>
          )}
          <span class="step" dir="auto">
            {step}
          </span>
        </>
      ))}
    </div>
  );
}
