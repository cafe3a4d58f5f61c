/** A template to start from, whose every line may be changed. */
export const hello = `/** @jsxImportSource cardstock-og */
import { color, css, defineTemplate, image, text, z } from 'cardstock-og/template';

/** Change anything: with "cardstock-og start" running, it is on the page as soon as it is saved. */
export const hello = defineTemplate({
  name: 'hello',
  description: 'A greeting, to start from.',
  props: z.strictObject({
    title: text(120, 'The title, 1 to 120 characters'),
    site: text(40, 'The name of the site').optional(),
    logo: image('The mark of the site').optional(),
    brand: color('The ground of the card').default('#1b5fd0'),
  }),
  examples: { short: { title: 'Hello from my own template', site: 'My site' } },
  // Fonts of your own, in one line: { family: 'Fraunces', weights: [600], from: '@fontsource-variable/fraunces' }
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ title, site }) => [title, site].filter(Boolean).join(', '),
  render: ({ title, site, logo, brand }) => (
    <main style={{ '--brand': brand }}>
      <div class="title">
        <h1 dir="auto" data-fit="0.4">
          {title}
        </h1>
      </div>
      {(logo || site) && (
        <footer>
          {logo && <img src={logo} alt="" />}
          {site && <p dir="auto">{site}</p>}
        </footer>
      )}
    </main>
  ),
  css: css\`
    main {
      height: 100%;
      padding: 4.5rem;
      display: flex;
      flex-direction: column;
      gap: 2rem;
      background: var(--brand);
      color: #fff;
    }
    .title {
      flex: 1 1 0;
      min-height: 0;
    }
    h1 {
      font-weight: 700;
      font-size: calc(8rem / var(--tall));
      line-height: calc(1.1 * var(--tall));
      letter-spacing: -0.03em;
      text-wrap: balance;
    }
    footer {
      display: flex;
      align-items: center;
      gap: 1.25rem;
      font-weight: 500;
      font-size: 2rem;
    }
    img {
      height: 3rem;
    }
  \`,
});
`;
