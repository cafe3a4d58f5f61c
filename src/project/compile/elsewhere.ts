/** What modules import where they come from, and what takes its place here. */
const heirs: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:next\/og|@vercel\/og|workers-og|takumi-js\/response|@takumi-rs\/image-response)$/,
    'take ours: import { ImageResponse } from \'cardstock-og/og\'; "render" of a template gives the element itself',
  ],
  [
    /^@?next\/font(?:\/|$)/,
    'name the font in "fonts" of the template, as in { family, weights, from: \'./font.woff2\' }',
  ],
  [/^next\/(?:legacy\/|future\/)?image$/, 'draw <img src={picture} /> instead'],
  [
    /^next\/(?:link|head|script|dynamic)$/,
    'leave it out: on a card nothing is clicked, and nothing comes later',
  ],
  [
    /^(?:satori|@resvg\/resvg-(?:js|wasm)|@takumi-rs\/.+|puppeteer(?:-core)?|playwright(?:-core)?|@sparticuz\/chromium)$/,
    'leave it out: "render" gives the markup, and the picture of it is taken for you',
  ],
  [
    /^(?:(?:astro|virtual):|\$(?:app|env|lib)(?:\/|$)|server-only$|next\/)/,
    'it is there in its framework alone: a card has its data by props, or by "load"',
  ],
];

/** What to do instead of importing what is no package here; nothing where it is any other. */
export function heirOf(specifier: string): string | undefined {
  return heirs.find(([pattern]) => pattern.test(specifier))?.[1];
}

/** What to do with a file that nothing reads here, by its ending. */
export function adviceForFile(ending: string): string {
  if (/^\.(?:scss|sass|less|styl|pcss)$/.test(ending)) return 'compile it to CSS, and import that';
  if (/^\.(?:vue|svelte|astro|mdx)$/.test(ending)) {
    return 'write it as JSX, or compile it: "render" may give HTML as a string';
  }
  return `import it with ?raw for its text or ?url for a data URL, as in "./file${ending}?raw"`;
}
