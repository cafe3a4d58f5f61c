import * as z from 'zod';
import { css, defineTemplate, image, text } from '../src/template.ts';
import { Counts, countsCss } from './parts/counts.tsx';
import { look } from './parts/fields.ts';
import { frameCss } from './parts/frame.ts';
import { Headline } from './parts/headline.tsx';
import { palette, type Papers } from './parts/palette.ts';
import { Panel, panelCss } from './parts/panel.tsx';
import { byShape } from './parts/shapes.ts';
import { Line, listed, Passage } from './parts/words.tsx';
import { examples } from './profile.examples.ts';

export const props = z.strictObject({
  name: text(80, 'The name, 1 to 80 characters', { marks: true }),
  role: text(80, 'What they are or do').optional(),
  bio: text(100, 'A sentence about them, up to 100 characters').optional(),
  handle: text(40, 'Where to find them, as in @ada or ada.example').optional(),
  figures: z
    .array(text(24, 'A figure and what it counts'))
    .max(3)
    .default([])
    .describe('Up to three, as in figures=42 posts,7 books'),
  portrait: image('A picture or a logo, square; without one the initials stand in', {
    maxPixelsSide: 640,
  }).optional(),
  kind: z
    .enum(['person', 'organisation'])
    .default('person')
    .describe('person, whose picture is round, or organisation'),
  ...look('the panel', '#d96a29'),
});

const papers: Papers = {
  light: { ground: '#fbf8f2', ink: '#19181b' },
  dark: { ground: '#141519', ink: '#f4f2ec' },
};

/** The card of somebody: a large portrait on the edge of a panel, and who it is. */
export const profile = defineTemplate({
  name: 'profile',
  description:
    'A large portrait with a name, a sentence and up to three figures. For people and organisations.',
  props,
  examples,
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ name, role, handle, bio, figures }, { language }) => {
    const who = listed(language, handle ? `${name} (${handle})` : name, role, ...figures);
    return bio ? `${who}: ${bio}` : who;
  },
  render: (card) => (
    <main class={card.kind} style={palette({ ...card, papers })}>
      <Panel name={card.name} picture={card.portrait} logo={card.logo} />
      <div class="middle">
        <Line name="handle" text={card.handle} as="p" />
        <Headline text={card.name} least={0.33} />
        <Line name="role" text={card.role} as="p" />
        <Passage name="bio" text={card.bio} />
      </div>
      {card.figures.length > 0 && <Counts counts={card.figures} />}
    </main>
  ),
  css: css`
    ${frameCss}
    ${panelCss}
    ${countsCss}
    ${byShape({
      headline: { wide: '6rem', upright: '6.5rem', tall: '7.5rem' },
      leading: { wide: 1.06 },
      role: { wide: '2.1rem', tall: '2.3rem' },
      bio: { wide: '1.75rem', tall: '1.9rem' },
      lines: { wide: 2, upright: 3 },
    })}
    main {
      gap: 2.25rem;
    }
    .middle > :not(.title) {
      flex: none;
    }
    .handle {
      margin-bottom: 0.6rem;
      color: var(--accent);
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    .role {
      margin-top: 1rem;
      font-size: var(--role);
      letter-spacing: -0.01em;
    }
    .bio {
      --pitch: 1.32;
      margin-top: 0.5rem;
      font-size: var(--bio);
      color: var(--soft);
      text-wrap: pretty;
    }
    @media (max-aspect-ratio: 1/1) {
      .middle {
        justify-content: flex-end;
      }
    }
  `,
});
