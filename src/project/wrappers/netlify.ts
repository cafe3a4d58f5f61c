import '../../system/require-node.ts';
import type { BuildMode } from '../../site/build/site-config.ts';
import { optionNames } from '../../site/build/site-address.ts';
import { buildSite } from '../build-site.ts';
import { logReport } from './report.ts';
import { plural } from '../../system/plural.ts';

/** What Netlify Build hands to a plugin, as far as it is used here. */
interface NetlifyBuild {
  readonly constants: { readonly PUBLISH_DIR: string };
  readonly inputs: { readonly site?: string; readonly mode?: BuildMode };
  readonly utils: {
    readonly cache: Record<'restore' | 'save', (path: string) => Promise<boolean>>;
    readonly status: { show(status: { summary: string }): void };
  };
}

const naming = { ...optionNames.plugin, site: 'site under [plugins.inputs] in netlify.toml' };
const remembered = '.cardstock';

/** Brings what the last build of this site made. */
export async function onPreBuild({ utils }: NetlifyBuild): Promise<void> {
  await utils.cache.restore(remembered);
}

/** Gives the published pages their cards, and keeps what was made for the next build. */
export async function onPostBuild({ constants, inputs, utils }: NetlifyBuild): Promise<void> {
  const report = await buildSite({ ...inputs, folder: constants.PUBLISH_DIR, naming });
  await utils.cache.save(remembered);
  logReport(report);
  utils.status.show({
    summary: `${plural(report.withCard, 'page')} with a card, ${plural(report.made, 'image')} made`,
  });
}
