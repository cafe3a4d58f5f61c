import { openProject } from 'cardstock-og';

/** Opened with the first request: a build has no need of it. */
let opened;

export function cardstock() {
  opened ??= openProject(process.cwd(), { allowUnsigned: !process.env.OG_SECRETS });
  return opened;
}

// As adapter-node ends: a browser that is open would hold the process.
process.once('sveltekit:shutdown', async () => (await opened)?.close());
