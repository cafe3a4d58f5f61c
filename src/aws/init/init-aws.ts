import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { initProject } from '../../project/init/init.ts';
import type { InitStep } from '../../project/init/step.ts';
import { writeNew } from '../../project/init/write-new.ts';
import { findConfig } from '../../project/load-project.ts';
import { addPackages } from './add-packages.ts';

const app = `import { App } from 'aws-cdk-lib';
import { CardstockStack } from 'cardstock-og/aws';

// Whatever can be said of a stack: https://docs.aws.amazon.com/cdk/v2/guide/
new CardstockStack(new App(), 'Cards', {
  // A domain of your own, and its certificate in us-east-1:
  // domain: { names: ['cards.example.com'], certificateArn: 'arn:aws:acm:us-east-1:…' },

  // Who hears the alarms.
  // alarmEmail: 'you@example.com',

  // How many renderers there may be at once; 0 where your account has too few to reserve any.
  reservedConcurrency: 10,

  // AWS WAF before it all, which costs by the month.
  // firewall: true,
});
`;

const settings = {
  app: 'node aws/cards.mjs',
  build: 'npx cardstock-og aws build',
  output: '.cardstock/aws/cdk.out',
  context: {
    '@aws-cdk/core:checkSecretUsage': true,
    '@aws-cdk/aws-iam:minimizePolicies': true,
    '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
    '@aws-cdk/customresources:installLatestAwsSdkDefault': false,
  },
};

const files = {
  'aws/cards.mjs': app,
  'cdk.json': `${JSON.stringify(settings, undefined, 2)}\n`,
};

/**
 * Writes a CDK app with the stack for a project's cards, and names what it needs in `package.json`;
 * a project that is none yet becomes one first. What is there already stays as it is.
 */
export async function initAws(folder: string): Promise<InitStep[]> {
  const steps = findConfig(folder) ? [] : await initProject(folder);
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    steps.push({ file, isNew: await writeNew(path, text) });
  }
  return [...steps, { file: 'package.json', isNew: await addPackages(join(folder, 'package.json')) }];
}
