import type { Command } from 'commander';
import type { AwsBuildOptions } from '../aws.ts';

/** Cards on AWS. */
export function declareAws(program: Command): void {
  const aws = program
    .command('aws')
    .description('cards on AWS: CloudFront, a bucket, and a function for what it lacks');

  aws
    .command('init')
    .description('write a CDK app with a stack for the cards of this project')
    .action(async () => (await import('../aws.ts')).init());

  aws
    .command('build')
    .description('pack the renderer of this project for Lambda; "cdk deploy" does it')
    .option('--out <folder>', 'where the stack looks for it', '.cardstock/aws')
    .action(async (options: AwsBuildOptions) => (await import('../aws.ts')).build(options));
}
