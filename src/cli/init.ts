import { initProject } from '../project/init.ts';

/** Writes a config and a template to start from, and says what comes next. */
export async function init(): Promise<void> {
  for (const { file, isNew } of await initProject(process.cwd())) {
    console.log(isNew ? `wrote ${file}` : `kept  ${file}, which is there already`);
  }
  console.log('next: npx cardstock-og start, and open the address it prints');
}
