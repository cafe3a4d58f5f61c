import { join } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { designs } from '../../site/build/choose-card.ts';
import type { SiteSummary } from '../../site/build/report.ts';
import { describeKind } from '../../site/build/report-words.ts';
import type { PageKind } from '../../site/read/page/page.ts';
import type { Project } from '../load-project.ts';
import { quote } from './quote.ts';
import { writeNew } from './write-new.ts';

const file = 'cardstock.config.ts';

/**
 * Writes a config that says what a build found, for the owner to correct.
 *
 * @throws {ConfigError} there is a config, which stays as it is.
 */
export async function initFromSite(project: Project, site: SiteSummary): Promise<string> {
  refuseSecond(project);
  const path = join(project.folder, file);
  if (!(await writeNew(path, configOf(site)))) throw new ConfigError(`${path} is there already.`);
  return path;
}

/**
 * Before a build, so that nothing is done where no config can be written.
 *
 * @throws {ConfigError} there is a config.
 */
export function refuseSecond({ configFile }: Project): void {
  if (configFile) throw new ConfigError(`--init: ${configFile} is there already, and stays as it is.`);
}

/** A config that a build makes the same cards with; what might change some is a comment. */
function configOf(site: SiteSummary): string {
  return `import { defineConfig } from 'cardstock-og';

// What a build found, for you to correct. What you take out is looked for again by each build.
export default defineConfig({
  // Where the site lives: card URLs and og:url begin with it.
  site: ${quote(site.url.replace(/\/$/, ''))},

${nameLines(site)}

${languageLines(site)}

  // For every card whose template has such a prop and whose page does not say.
${defaultLines(site)}

  // Which pages get which card: the first that matches. Without routes, by the kind of the page:
${kindLines(site)}
  // routes: [
  //   { match: '/blog/**', template: 'article' },
  //   { match: ({ kind }) => kind === 'docs', template: 'docs' },
  //   { match: '/**', template: 'plain', fromPage: (page) => ({ title: page.title }) },
  // ],

  // A folder with templates of your own, one in each file.
  // templates: './cards',

  // Pages with an image of their own keep it, unless many share it or nobody would see it:
  // "cardstock build --overwrite all" replaces every image, --keep-images none.
});
`;
}

function nameLines({ name, nameFrom, names }: SiteSummary): string {
  if (!name) return "  // No page says what the site is called.\n  // name: 'My site',";
  const isTheOnly = Object.keys(names).every((called) => called === name);
  if (isTheOnly) return `  // From ${nameFrom}.\n  name: ${quote(name)},`;
  return `  // From ${nameFrom}. Some pages call the site otherwise; a name in here is for all of them.
  // name: ${quote(name)},`;
}

/** Pages that do not say theirs would get it, so it is for their owner to say. */
function languageLines({ languages }: SiteSummary): string {
  const counts = Object.entries(languages).map(([tag, count]) => `${tag || 'not said'} ${count}`);
  const [most] = Object.keys(languages).filter(Boolean);
  const isOpen = '' in languages || !most;
  return `  // Pages by language: ${counts.join(', ') || 'none'}. For cards whose page does not say.
  ${isOpen ? '// ' : ''}language: ${quote(most ?? 'en')},`;
}

function defaultLines({ look: { props, sources } }: SiteSummary): string {
  const brand = props.brand
    ? `brand: ${quote(props.brand)}, // from ${sources.brand}`
    : "// brand: '#1b5fd0',";
  const theme = props.theme ? `theme: ${quote(props.theme)}, // from ${sources.theme}` : "// theme: 'dark',";
  const logo = sources.logo
    ? `// logo: ${quote(`/${sources.logo}`)}, // which each build finds by itself`
    : "// logo: '/logo.png', // no icon was found";
  return `  defaults: {\n    ${brand}\n    ${theme}\n    ${logo}\n  },`;
}

function kindLines({ kinds }: SiteSummary): string {
  const lines = (Object.entries(kinds) as [PageKind, number][]).map(
    ([kind, count]) => `  //   ${describeKind(kind, count)}: ${designs[kind]}`,
  );
  return lines.join('\n');
}
