import * as z from 'zod';
import { css, defineTemplate, text } from '../src/index.ts';

/** The quiet card: a line or two in the middle of a printed frame. */
export const plain = defineTemplate({
  name: 'plain',
  description: 'A title and a subtitle in a printed frame. For home pages, sections and everything else.',
  props: z.strictObject({
    title: text(120, 'The title, 1 to 120 characters'),
    subtitle: text(140, 'A sentence below it, up to 140 characters').optional(),
  }),
  examples: {
    short: { title: 'Cardstock', subtitle: 'Social cards for every page, made by a real browser.' },
    long: {
      title: 'A field guide to the pictures that travel with links',
      subtitle: 'How previews are chosen, cropped, cached and forgotten, and what a site can do about it.',
    },
    'title only': { title: 'Hello, world' },
  },
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ title, subtitle }) => [title, subtitle].filter(Boolean).join(': '),
  render: ({ title, subtitle }) => (
    <main>
      <div class="frame">
        <div class="title">
          <h1 dir="auto" data-fit="0.4">
            {title}
          </h1>
        </div>
        {subtitle && <p dir="auto">{subtitle}</p>}
      </div>
    </main>
  ),
  css: css`
    html {
      font-size: 16px;
    }
    main {
      height: 100%;
      padding: 2rem;
      background: #1b2a6b;
      color: #fff;
    }
    .frame {
      height: 100%;
      padding: 3rem 5rem;
      border: 2px solid #ffffff47;
      border-radius: 1.75rem;
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      text-align: center;
    }
    .frame::before {
      content: '';
      width: 4.5rem;
      height: 0.5rem;
      margin-bottom: 2.5rem;
      border-radius: 1rem;
      background: #ffc247;
    }
    .title {
      flex: 0 1 auto;
      min-height: 0;
      max-height: 58%;
      max-width: 100%;
    }
    h1 {
      font-weight: 700;
      font-size: calc(7rem / var(--tall));
      line-height: calc(1.1 * var(--tall));
      letter-spacing: -0.036em;
      text-wrap: balance;
      padding-inline: 0.06em;
    }
    .frame::before,
    p {
      flex: none;
    }
    p {
      max-width: 52rem;
      margin-top: 1.75rem;
      font-weight: 500;
      font-size: 2.1rem;
      line-height: calc(1.35 * var(--tall));
      color: #cfd7ff;
      text-wrap: balance;
      overflow-wrap: anywhere;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
    }
    @media (min-aspect-ratio: 2/1) {
      html {
        font-size: 15px;
      }
    }
    @media (max-aspect-ratio: 1/1) {
      .frame {
        padding: 3rem;
      }
      h1 {
        font-size: calc(9.25rem / var(--tall));
      }
      p {
        font-size: 2.6rem;
        -webkit-line-clamp: 5;
      }
    }
  `,
});
