export interface PageParts {
  /** @default 'A title' */
  readonly title?: string;
  /** @default 'en' */
  readonly language?: string;
  /** Replaces the content of a meta, or leaves it out. */
  readonly metas?: Readonly<Record<string, string | undefined>>;
  /** Behind the metas, inside the head. */
  readonly head?: string;
  readonly body?: string;
  /** Before the metas, inside the head. */
  readonly start?: string;
}

export function cleanMetas(origin = 'https://example.com', path = ''): Record<string, string> {
  return {
    'og:title': 'A title',
    'og:type': 'article',
    'og:url': `${origin}/${path.replace(/index\.html$/, '')}`,
    'og:description': 'What it is about.',
    'og:image': `${origin}/og/card.jpg`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'A title on paper',
    'og:image:type': 'image/jpeg',
    'twitter:card': 'summary_large_image',
  };
}

/** A page that nothing is wrong with, but for what is asked for. */
export function page(
  { metas = {}, head = '', body = '', start = '', title = 'A title', language = 'en' }: PageParts = {},
  origin?: string,
  path?: string,
): string {
  const all = Object.entries({ ...cleanMetas(origin, path), ...metas });
  const tags = all.flatMap(([name, content]) => (content === undefined ? [] : [meta(name, content)]));
  return `<!doctype html>
<html${language && ` lang="${language}"`}>
  <head>
    <meta charset="utf-8">${start}
    ${tags.join('\n    ')}
    <title>${title}</title>${head}
  </head>
  <body><h1>A title</h1>${body}</body>
</html>
`;
}

export function meta(name: string, content: string): string {
  const attribute = name.startsWith('og:') ? 'property' : 'name';
  return `<meta ${attribute}="${name}" content="${content.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`;
}
