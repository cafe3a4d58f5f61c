import { relative } from 'node:path';
import { initAws } from '../aws/init/init-aws.ts';
import { buildRenderer } from '../aws/package/build-renderer.ts';
import { maxBundleBytes } from '../project/functions/check-functions.ts';
import { currentProject } from './project.ts';

export interface AwsBuildOptions {
  readonly out: string;
}

/** Writes a CDK app for this project's cards, and says what comes next. */
export async function init(): Promise<void> {
  for (const { file, isNew } of await initAws(process.cwd())) {
    console.log(isNew ? `wrote ${file}` : `kept  ${file}, which has it already`);
  }
  console.log('next: npm install, and npx cdk deploy (once before, for a new account: npx cdk bootstrap)');
}

/** Packs the renderer of this project for Lambda. */
export async function build({ out }: AwsBuildOptions): Promise<void> {
  const { folder, bytes, files } = await buildRenderer(await currentProject(), out);
  const [size, most] = [bytes, maxBundleBytes].map((count) => Math.ceil(count / 2 ** 20));
  console.error(
    `wrote ${relative(process.cwd(), folder)}: ${files} files, ${size} MB unzipped, of ${most} MB`,
  );
}
