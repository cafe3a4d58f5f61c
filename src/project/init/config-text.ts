import { quote } from './quote.ts';

/** What is known of a site when its config is written. */
export interface InitAnswers {
  /** Where it lives, as in `https://example.com`. */
  readonly site?: string | undefined;
  readonly name?: string | undefined;
  /** As in `#1b5fd0`. */
  readonly brand?: string | undefined;
  /** Its path below `assets`. */
  readonly logo?: string | undefined;
}

/** A config that says what is known, and shows what else could be said. */
export function configText({ site, name, brand, logo }: InitAnswers, assets: string | undefined): string {
  return `import { defineConfig } from 'cardstock-og';

export default defineConfig({
  // Where the site lives: card URLs and og:url begin with it.
  site: ${quote(site ?? 'https://example.com')},

  // What it is called. Without a name each build looks for it in the pages.
  ${name === undefined ? "// name: 'My site'," : `name: ${quote(name)},`}

  // Each file in here is a template of your own.
  templates: './cards',

  // For every card whose template has such a prop and whose page does not say.
  defaults: {
    ${brand === undefined ? "// brand: '#1b5fd0'," : `brand: ${quote(brand)},`}
    ${logo === undefined ? "// logo: '/logo.svg', // without one each build takes the icon of the site" : `logo: ${quote(logo)},`}
  },
${imageLine(logo, assets)}
  // Which pages get which card: the first that matches. Without routes there are sensible ones.
  // routes: [
  //   { match: '/blog/**', template: 'article' },
  //   { match: '/**', template: 'hello', fromPage: (page) => ({ title: page.title }) },
  // ],

  // Hosts that avatars and covers may be fetched from.
  // imageHosts: ['avatars.githubusercontent.com'],
});
`;
}

/** A build looks in what was built; all else looks here. */
function imageLine(logo: string | undefined, assets: string | undefined): string {
  if (logo === undefined || assets === undefined) return '';
  return `
  // Where paths of pictures begin, as that of the logo.
  imageFolder: ${quote(`./${assets === '.' ? '' : assets}`)},
`;
}
