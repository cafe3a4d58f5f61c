import * as z from 'zod';
import { css, defineTemplate, text } from '../src/template.ts';
import { examples } from './docs.examples.ts';
import { areaPalette } from './parts/apart.ts';
import { look } from './parts/fields.ts';
import { frameCss } from './parts/frame.ts';
import { Headings, headingsCss } from './parts/headings.tsx';
import { Headline } from './parts/headline.tsx';
import { Masthead, mastheadCss } from './parts/masthead.tsx';
import { Outline, outlineCss } from './parts/outline.tsx';
import type { Papers } from './parts/palette.ts';
import { phrasesIn, say } from './parts/phrases.ts';
import { byShape } from './parts/shapes.ts';
import { Way, wayCss } from './parts/way.tsx';
import { Passage, listed } from './parts/words.tsx';

export const props = z.strictObject({
  title: text(120, 'The title of the page, 1 to 120 characters', { marks: true }),
  project: text(40, 'What the documentation is of'),
  version: text(20, 'The version it describes, as in v4.2').optional(),
  section: z
    .array(text(40, 'A step on the way to the page'))
    .max(3)
    .default([])
    .describe('Up to three steps, as in section=Guides,Caching'),
  description: text(160, 'A sentence on what the page is about, up to 160 characters').optional(),
  outline: z
    .array(text(80, 'A heading of the page'))
    .max(6)
    .default([])
    .describe('Up to six of its headings; without them an outline is drawn that has no words'),
  ...look('the way to the page and of its place in the outline', '#2f5bea'),
});

const papers: Papers = {
  light: { ground: '#fcfcfa', ink: '#15171c' },
  dark: { ground: '#101217', ink: '#f1f2f4' },
};

/** The card of a page of a manual: its title, the way to it, and the outline it is a part of. */
export const docs = defineTemplate({
  name: 'docs',
  description: 'A page of a manual, with the way to it and the version. For documentation and references.',
  props,
  examples,
  fonts: [
    { family: 'Inter', weights: [500, 700] },
    { family: 'JetBrains Mono', weights: [500] },
  ],
  viewport: 'og',
  alt: ({ title, section, project, version }, { language }) => {
    const subject = [project, version].filter(Boolean).join(' ');
    return listed(language, [...section, title].join(' / '), say(phrasesIn(language).documentation, subject));
  },
  render: (card) => (
    <main style={areaPalette({ ...card, papers })}>
      <div class="column">
        <Masthead name={card.project} logo={card.logo}>
          {card.version && (
            <span class="version" dir="auto">
              {card.version}
            </span>
          )}
        </Masthead>
        <div class="middle">
          <Way steps={card.section} />
          <Headline text={card.title} least={0.36} />
          <Passage name="description" text={card.description} />
        </div>
      </div>
      {card.outline.length > 0 ? <Headings headings={card.outline} /> : <Outline words={card.title} />}
    </main>
  ),
  css: css`
    ${frameCss}
    ${mastheadCss}
    ${wayCss}
    ${outlineCss}
    ${headingsCss}
    ${byShape({
      headline: { wide: '5.75rem', upright: '7rem' },
      description: { wide: '1.9rem', upright: '2.1rem' },
      lines: { wide: 3, upright: 4 },
    })}
    main {
      flex-direction: var(--flow);
    }
    .column {
      padding-block: var(--top);
      padding-inline: 4.5rem 3.5rem;
      gap: 2.25rem;
    }
    .logo {
      font-size: 1.6rem;
    }
    .version {
      flex: none;
      margin-inline-start: 0.4rem;
      font-family: 'JetBrains Mono';
      font-size: 1.6rem;
      color: var(--soft);
    }
    .description {
      --pitch: 1.36;
      flex: none;
      margin-top: 1.5rem;
      max-width: 44rem;
      font-size: var(--description);
      color: var(--soft);
    }
    .outline {
      flex: none;
      width: 20rem;
    }
    @media (max-aspect-ratio: 1/1) {
      .column {
        padding: 4.5rem 4.5rem 4rem;
      }
      .outline {
        width: 100%;
        height: 24%;
        padding: 2.5rem 4.5rem 0;
      }
    }
  `,
});
