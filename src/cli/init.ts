import { relative } from 'node:path';
import { initProject } from '../project/init.ts';
import { writeFunctions } from '../project/functions/write-functions.ts';
import { currentProject } from './project.ts';

/** Writes a config and a template to start from, and says what comes next. */
export async function init(): Promise<void> {
  for (const { file, isNew } of await initProject(process.cwd())) {
    console.log(isNew ? `wrote ${file}` : `kept  ${file}, which is there already`);
  }
  console.log('next: npx cardstock-og start, and open the address it prints');
}

/** Writes the Netlify functions of this project. */
export async function functions({ out }: { out: string }): Promise<void> {
  const files = await writeFunctions(await currentProject(), out);
  for (const file of files) console.log(`wrote ${relative(process.cwd(), file)}`);
  console.log(`netlify.toml needs, so that sealed URLs reach the renderer:

[[redirects]]
  from = "/og/*"
  to = "/.netlify/functions/gen-opengraph-image/og/:splat"
  status = 200
  force = true`);
}
