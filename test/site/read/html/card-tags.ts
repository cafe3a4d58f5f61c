import { metaTags } from '../../../../src/site/tags/meta-tags.ts';

/** Tags as a build makes them, with characters that some encoding of every page lacks. */
export const cardTags = metaTags({
  title: 'Größe “日本” & <b>',
  url: 'https://example.com/page/',
  description: 'What the page is about',
  siteName: 'Example',
  image: {
    url: 'https://example.com/og/0123456789abcdef.jpg',
    width: 1200,
    height: 630,
    type: 'image/jpeg',
    alt: 'Größe “日本” 😀',
  },
}).tags;

export const changedTags = cardTags.map((tag) =>
  tag.key === 'og:image' ? { ...tag, content: 'https://example.com/og/fedcba9876543210.jpg' } : tag,
);
