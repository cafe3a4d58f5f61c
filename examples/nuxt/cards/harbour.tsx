/** @jsxRuntime automatic @jsxImportSource cardstock-og */
import { css, defineTemplate, text, z } from 'cardstock-og/template';

export const harbour = defineTemplate({
  name: 'harbour',
  description: 'A page of the harbour.',
  props: z.strictObject({ title: text(80, 'The title') }),
  examples: { short: { title: 'High water' } },
  fonts: [{ family: 'Inter', weights: [700] }],
  viewport: 'og',
  alt: ({ title }) => title,
  render: ({ title }) => (
    <main>
      <h1 dir="auto" data-fit="0.4">
        {title}
      </h1>
    </main>
  ),
  css: css`
    main {
      height: 100%;
      padding: 4rem;
      background: #0b3954;
      color: #fff;
    }
    h1 {
      font-size: 8rem;
    }
  `,
});
