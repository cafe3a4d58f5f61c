import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildRenderer, type RendererPackage } from '../../../src/aws/package/build-renderer.ts';
import { initProject } from '../../../src/project/init/init.ts';
import { loadProject } from '../../../src/project/load-project.ts';
import { root } from '../netlify-bundle.ts';

/** What `cardstock aws build` makes of a new project, moved to where there is nothing of ours. */
export async function packRenderer(folder: string): Promise<RendererPackage> {
  // Below our own folder, so that "cardstock-og" is found as it would be in node_modules.
  const project = join(root, `out/renderer-of-a-project-${process.pid}`);
  await rm(project, { recursive: true, force: true });
  await mkdir(project, { recursive: true });
  try {
    await initProject(project);
    const made = await buildRenderer(await loadProject(project), join(project, '.cardstock/aws'));
    await rename(made.folder, folder).catch(() => cp(made.folder, folder, { recursive: true }));
    return { ...made, folder };
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}
