import * as z from 'zod';
import { color, css, defineTemplate, text, theme } from '../src/template.ts';
import { apartFrom } from './parts/apart.ts';
import { longDate } from './parts/dates.ts';
import { Days, daysCss } from './parts/days.tsx';
import { palette, type Paper, type Theme } from './parts/palette.ts';
import { portraitCss } from './parts/portrait.tsx';
import { sizes } from './parts/sizes.ts';
import { Speakers, speakersCss } from './parts/speakers.tsx';

const day = () => z.iso.date({ error: 'expected a date as in 2026-11-22' });

const fields = z.strictObject({
  name: text(120, 'What takes place, 1 to 120 characters'),
  date: day().describe('The day, or the first of several: YYYY-MM-DD'),
  endDate: day().optional().describe('The last day, if there are several: YYYY-MM-DD'),
  time: text(40, 'When, as in 19:30 or doors at seven').optional(),
  place: text(80, 'Where').optional(),
  speakers: z
    .array(text(60, 'Who speaks or plays'))
    .max(3)
    .default([])
    .describe('Up to three names, as in speakers=Ada Lovelace,Grace Hopper'),
  site: text(40, 'Who invites, or the name of the site').optional(),
  theme: theme(),
  brand: color('The colour of the stub with the date, as in #b4235a').default('#b4235a'),
});

/** A text of YYYY-MM-DD sorts as its day does. */
const props = fields.refine(({ date, endDate = date }) => endDate >= date, {
  path: ['endDate'],
  error: 'expected the day of date or a later one',
});

type Props = z.output<typeof props>;

const papers: Record<Theme, Paper> = {
  light: { ground: '#fbf7f1', ink: '#1b171a' },
  dark: { ground: '#151316', ink: '#f6f1ec' },
};

function colors({ theme, brand }: Pick<Props, 'theme' | 'brand'>) {
  return palette({ theme, brand: apartFrom(papers[theme], brand), papers });
}

/** The card of an event: a ticket whose stub is the date. */
export const event = defineTemplate({
  name: 'event',
  description:
    'A ticket with a large date, a place and up to three speakers. For talks, concerts and meetings.',
  props,
  examples: {
    short: {
      name: 'An evening of small machines',
      date: '2026-11-27',
      time: '19:30',
      place: 'Old Boiler House, Lindenau',
      speakers: ['Ida Falkenberg', 'Tomás Arrieta'],
      site: 'Workshop Fridays',
    },
    days: {
      name: 'Tidewater Conference',
      date: '2027-05-12',
      endDate: '2027-05-14',
      time: 'Three days, one stage',
      place: 'Harbour Hall, Bergen',
      speakers: ['Nadia Brenner', 'Kwame Asante', 'Marta Lindqvist'],
      brand: '#0d5c75',
    },
    dark: {
      name: 'Listening to the northern lights',
      date: '2026-12-09',
      time: 'from 21:00',
      place: 'City Observatory, north dome',
      speakers: ['Dr. Aino Salmela'],
      site: 'Open Nights',
      theme: 'dark',
      brand: '#c9f26b',
    },
    long: {
      name: 'The fourteenth annual gathering of people who look after very old and very large trees',
      date: '2026-09-29',
      endDate: '2026-10-02',
      time: 'Daily from nine in the morning',
      place: 'Botanical Institute, Great Lecture Theatre, north wing',
      speakers: ['Maximiliane von Hohenberg', 'Bartholomew Okonkwo', 'Yusuf Demir'],
      site: 'Society for Ancient Trees',
      brand: '#2f6b3c',
    },
    rtl: {
      name: 'أمسية شعرية على ضوء القمر',
      date: '2026-12-18',
      time: 'الثامنة مساءً',
      place: 'حديقة المكتبة، تونس',
      speakers: ['سلمى الحداد', 'ليان القاسم'],
      site: 'نادي القراءة',
      brand: '#1f5f8b',
    },
    cjk: {
      name: '冬の星を見る会',
      date: '2026-12-12',
      time: '18時30分から',
      place: '港町天文台 屋上',
      speakers: ['佐々木 航', '森川 千尋'],
      site: '港町だより',
      brand: '#26358c',
    },
    emoji: {
      name: 'Pumpkin soup for the whole street 🎃',
      date: '2026-10-31',
      time: 'from five until the pot is empty',
      place: 'Number 12, in the yard 🍲',
      brand: '#f08a24',
    },
    bare: { name: 'Winter concert', date: '2026-12-20' },
  },
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ name, date, endDate, time, place, speakers }) => {
    const days = [date, endDate].filter((value) => value !== undefined).map((value) => longDate(value, 'en'));
    const who = speakers.length > 0 && `with ${speakers.join(', ')}`;
    return [name, days.join(' to '), time, place, who].filter(Boolean).join(', ');
  },
  render: (card, { language }) => (
    <main style={colors(card)}>
      <Days {...card} language={language} />
      <section>
        {card.site && (
          <span class="site" dir="auto">
            {card.site}
          </span>
        )}
        <div class="words">
          <div class="title">
            <h1 dir="auto" data-fit="0.36">
              {card.name}
            </h1>
          </div>
          <WhereAndWhen {...card} />
        </div>
        {card.speakers.length > 0 && <Speakers names={card.speakers} language={language} />}
      </section>
    </main>
  ),
  css: css`
    ${sizes}
    ${portraitCss}
    ${daysCss}
    ${speakersCss}
    main {
      height: 100%;
      display: flex;
      background: var(--ground);
      color: var(--ink);
      font-weight: 500;
      font-size: 1.75rem;
    }
    [dir='auto'] {
      text-align: -webkit-match-parent;
    }
    section {
      flex: 1 1 0;
      min-width: 0;
      min-height: 0;
      padding-block: 4rem;
      padding-inline: 3.75rem 4.5rem;
      display: flex;
      flex-direction: column;
      gap: 2rem;
    }
    .site,
    .place,
    .time {
      overflow: hidden;
      text-overflow: ellipsis;
      padding-block: 0.1em;
      line-height: calc(1.25 * var(--tall));
    }
    .site,
    .time {
      white-space: nowrap;
    }
    .site {
      flex: none;
      font-weight: 700;
      letter-spacing: -0.01em;
      color: var(--accent);
    }
    .words {
      flex: 1 1 0;
      min-height: 0;
      display: flex;
      flex-direction: column;
      justify-content: center;
    }
    .title {
      flex: 0 1 auto;
      min-height: 0;
    }
    h1 {
      font-weight: 700;
      font-size: calc(5.5rem / var(--tall));
      line-height: calc(1.08 * var(--tall));
      letter-spacing: -0.036em;
      text-wrap: balance;
      padding-inline-end: 0.04em;
    }
    .facts {
      flex: none;
      margin-top: 1.5rem;
      font-size: 1.9rem;
    }
    .time {
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    .place {
      color: var(--soft);
      overflow-wrap: anywhere;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    @media (min-aspect-ratio: 2/1) {
      section {
        padding-block: 3.5rem;
      }
    }
    @media (max-aspect-ratio: 1/1) {
      main {
        flex-direction: column;
      }
      section {
        padding: 3.75rem 4.5rem 4rem;
      }
      h1 {
        font-size: calc(6.5rem / var(--tall));
      }
      .facts {
        font-size: 2.1rem;
      }
    }
  `,
});

function WhereAndWhen({ time, place }: Pick<Props, 'time' | 'place'>) {
  if (!time && !place) return null;
  return (
    <div class="facts">
      {time && (
        <p class="time" dir="auto">
          {time}
        </p>
      )}
      {place && (
        <p class="place" dir="auto">
          {place}
        </p>
      )}
    </div>
  );
}
