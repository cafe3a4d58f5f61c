import * as z from 'zod';
import { css, defineTemplate, text } from '../src/template.ts';
import { examples } from './event.examples.ts';
import { areaPalette } from './parts/apart.ts';
import { longDate, longDays } from './parts/dates.ts';
import { namesOf } from './parts/people.ts';
import { Days, daysCss } from './parts/days.tsx';
import { day, look, site } from './parts/fields.ts';
import { frameCss } from './parts/frame.ts';
import { Headline } from './parts/headline.tsx';
import type { Papers } from './parts/palette.ts';
import { phrasesIn, say } from './parts/phrases.ts';
import { byShape } from './parts/shapes.ts';
import { Signed, signedCss } from './parts/signed.tsx';
import { Speakers, speakersCss } from './parts/speakers.tsx';
import { Line, listed, Passage } from './parts/words.tsx';

const fields = z.strictObject({
  name: text(120, 'What takes place, 1 to 120 characters', { marks: true }),
  date: day().describe('The day, or the first of several: YYYY-MM-DD'),
  endDate: day().optional().describe('The last day, if there are several: YYYY-MM-DD'),
  time: text(40, 'When, as in 19:30 or doors at seven').optional(),
  place: text(80, 'Where').optional(),
  speakers: z
    .array(text(60, 'Who speaks or plays'))
    .max(3)
    .default([])
    .describe('Up to three names, as in speakers=Ada Lovelace,Grace Hopper'),
  site: site('Who invites, or the name of the site'),
  ...look('the stub with the date', '#b4235a'),
});

/** A text of YYYY-MM-DD sorts as its day does. */
export const props = fields.refine(({ date, endDate = date }) => endDate >= date, {
  path: ['endDate'],
  error: 'expected the day of date or a later one',
});

const papers: Papers = {
  light: { ground: '#fbf7f1', ink: '#1b171a' },
  dark: { ground: '#151316', ink: '#f6f1ec' },
};

/** The card of an event: a ticket whose stub is the date. */
export const event = defineTemplate({
  name: 'event',
  description:
    'A ticket with a large date, a place and up to three speakers. For talks, concerts and meetings.',
  props,
  examples,
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ name, date, endDate, time, place, speakers }, { language }) => {
    const when = endDate === undefined ? longDate(date, language) : longDays(date, endDate, language);
    const guests = say(phrasesIn(language).with, namesOf(speakers, language));
    return listed(language, name, when, time, place, guests);
  },
  render: (card, { language }) => (
    <main style={areaPalette({ ...card, papers })}>
      <Days {...card} language={language} />
      <section class="column">
        <Signed logo={card.logo}>
          <Line name="site" text={card.site} as="b" />
        </Signed>
        <div class="middle">
          <Headline text={card.name} least={0.36} />
          <div class="facts">
            <Line name="time" text={card.time} as="b" />
            <Passage name="place" text={card.place} />
          </div>
        </div>
        {card.speakers.length > 0 && <Speakers names={card.speakers} language={language} />}
      </section>
    </main>
  ),
  css: css`
    ${frameCss}
    ${daysCss}
    ${signedCss}
    ${speakersCss}
    ${byShape({
      headline: { wide: '5.5rem', upright: '6.5rem' },
      facts: { wide: '1.9rem', upright: '2.1rem' },
    })}
    main {
      flex-direction: var(--flow);
    }
    .column {
      padding-block: var(--top);
      padding-inline: 3.75rem 4.5rem;
      gap: 2rem;
    }
    .site,
    .time {
      display: block;
      line-height: calc(1.25 * var(--tall));
    }
    .column > .site,
    .signed {
      flex: none;
    }
    .site {
      color: var(--accent);
    }
    .facts {
      flex: none;
      margin-top: 1.5rem;
      font-size: var(--facts);
    }
    .facts:empty {
      display: none;
    }
    .place {
      --lines: 2;
      padding-block: 0.1em;
      color: var(--soft);
      text-wrap: wrap;
    }
    @media (max-aspect-ratio: 1/1) {
      .column {
        padding: 3.75rem 4.5rem 4rem;
      }
    }
  `,
});
