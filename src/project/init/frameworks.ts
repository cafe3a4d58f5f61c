/** How a framework is told from a folder, and how cards get into what it builds. */
export interface Framework {
  readonly name: string;
  /** The package that it is. */
  readonly package?: string;
  /** What its config is called. */
  readonly files: readonly string[];
  /** Where its build puts the pages, from the folder of its config. */
  readonly output: string;
  /** Where its config says another place. */
  readonly outputIn?: RegExp;
  /** The folder of files that its build passes on as they are, from that of its config. */
  readonly assets?: string;
  readonly siteIn?: RegExp;
  readonly nameIn?: RegExp;
  /** What its config needs, so that each build makes cards; without it a script does. */
  readonly plugin?: string;
  /** For what may have a server instead: what its config says where it has none. */
  readonly isStatic?: RegExp;
  /** The route of a server that makes cards when they are asked for; `…/` is the project's folder. */
  readonly server?: { readonly file: string; readonly code: string };
}

/** A key and its value in JavaScript, YAML, TOML, JSON or Python: in quotes, or to the end of the line. */
const said = (key: string) =>
  new RegExp(
    String.raw`^\s*(?:${key}|"${key}")\s*[:=]\s*(?:(['"\x60])((?:(?!\1).)+)\1|([^\s'"\x60#,][^\n#,]*))`,
    'm',
  );

/** The narrower first: many of them bring Vite along. */
export const frameworks: readonly Framework[] = [
  {
    name: 'VitePress',
    package: 'vitepress',
    files: ['.vitepress/config.*', 'docs/.vitepress/config.*'],
    output: 'dist',
    assets: '../public',
    siteIn: said('hostname'),
    nameIn: said('title'),
  },
  {
    name: 'Docusaurus',
    package: '@docusaurus/core',
    files: ['docusaurus.config.*'],
    output: 'build',
    assets: 'static',
    siteIn: said('url'),
    nameIn: said('title'),
  },
  {
    name: 'Nuxt',
    package: 'nuxt',
    files: ['nuxt.config.*'],
    output: '.output/public',
    assets: 'public',
    plugin: "modules: ['cardstock-og/nuxt'],",
  },
  {
    name: 'SvelteKit',
    package: '@sveltejs/kit',
    files: ['svelte.config.*', 'vite.config.*'],
    output: 'build',
    assets: 'static',
    isStatic: /adapter-static/,
    server: {
      file: 'src/routes/og/[...card]/+server.js',
      code: `import { openProject } from 'cardstock-og';

let cardstock;
export async function GET({ request }) {
  cardstock ??= openProject(process.cwd(), { allowUnsigned: !process.env.OG_SECRETS });
  return (await cardstock).respond(request);
}`,
    },
  },
  {
    name: 'Astro',
    package: 'astro',
    files: ['astro.config.*'],
    output: 'dist',
    outputIn: said('outDir'),
    assets: 'public',
    siteIn: said('site'),
    plugin: "import cardstock from 'cardstock-og/astro';\n\nintegrations: [cardstock()],",
  },
  {
    name: 'Next',
    package: 'next',
    files: ['next.config.*'],
    output: 'out',
    outputIn: said('distDir'),
    assets: 'public',
    isStatic: /output:\s*['"]export['"]/,
    plugin: "import withCardstock from 'cardstock-og/next';\n\nexport default withCardstock({ … });",
    server: {
      file: 'app/og/[card]/route.js',
      code: `import { Cardstock } from 'cardstock-og';
import { templates } from 'cardstock-og/templates';
import config from '…/cardstock.config';
import { hello } from '…/cards/hello';

const cardstock = new Cardstock({
  templates: [hello, ...templates],
  config: { siteUrl: config.site, allowUnsigned: !process.env.OG_SECRETS },
});
export const GET = cardstock.respond;`,
    },
  },
  {
    name: 'Gatsby',
    package: 'gatsby',
    files: ['gatsby-config.*'],
    output: 'public',
    assets: 'static',
    siteIn: said('siteUrl'),
    nameIn: said('title'),
  },
  {
    name: 'Eleventy',
    package: '@11ty/eleventy',
    files: ['eleventy.config.*', '.eleventy.*'],
    output: '_site',
    outputIn: said('output'),
    plugin: "import cardstock from 'cardstock-og/eleventy';\n\neleventyConfig.addPlugin(cardstock);",
  },
  {
    name: 'Vite',
    package: 'vite',
    files: ['vite.config.*'],
    output: 'dist',
    outputIn: said('outDir'),
    assets: 'public',
    plugin: "import cardstock from 'cardstock-og/vite';\n\nplugins: [cardstock()],",
  },
  ...['.', '../..'].map((root) => ({
    name: 'Hugo',
    files: root === '.' ? ['hugo.{toml,yaml,yml,json}'] : ['config/_default/hugo.*'],
    output: `${root}/public`,
    outputIn: said('publish[dD]ir'),
    assets: `${root}/static`,
    siteIn: said('base[uU][rR][lL]'),
    nameIn: said('title'),
  })),
  {
    name: 'Jekyll',
    files: ['_config.{yml,yaml}'],
    output: '_site',
    outputIn: said('destination'),
    assets: '.',
    siteIn: said('url'),
    nameIn: said('title'),
  },
  {
    name: 'MkDocs',
    files: ['mkdocs.{yml,yaml}'],
    output: 'site',
    outputIn: said('site_dir'),
    assets: 'docs',
    siteIn: said('site_url'),
    nameIn: said('site_name'),
  },
  ...['.', '..'].map((root) => ({
    name: 'Sphinx',
    files: root === '.' ? ['conf.py', 'docs/conf.py'] : ['source/conf.py', 'docs/source/conf.py'],
    output: root === '.' ? '_build/html' : '../build/html',
    siteIn: said('html_baseurl'),
    nameIn: said('project'),
  })),
];
