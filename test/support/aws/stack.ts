import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CardstockStack, type CardstockStackProps } from '../../../src/aws/index.ts';
import type { Resource, Template as Json } from './cdn/template.ts';

/** What a stack of ours is synthesised to; its renderer is of no account here, and empty. */
export function synthesize(props: CardstockStackProps = {}): Json {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-stack-'));
  try {
    const renderer = join(folder, 'renderer');
    mkdirSync(renderer);
    writeFileSync(join(renderer, 'index.mjs'), 'export const handler = () => {};');
    const app = new App({ outdir: join(folder, 'cdk.out') });
    return Template.fromStack(new CardstockStack(app, 'Cards', { renderer, ...props })).toJSON() as Json;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface FunctionProperties {
  readonly Description?: string;
  readonly Handler: string;
  readonly MemorySize: number;
  readonly Timeout: number;
  readonly ReservedConcurrentExecutions?: number;
  readonly Environment?: { readonly Variables: Readonly<Record<string, unknown>> };
}

/** The function that makes cards, as it is deployed; the bucket gets a name. */
export function rendererOf(template: Json, bucket: string) {
  const found = ofType<FunctionProperties>(template, 'AWS::Lambda::Function').find(
    ({ Environment }) => 'CARDSTOCK_STORE' in (Environment?.Variables ?? {}),
  )!;
  const variables = Object.entries(found.Environment?.Variables ?? {}).map(([name, value]) => [
    name,
    textOf(value, bucket),
  ]);
  return {
    handler: found.Handler,
    memoryMegabytes: found.MemorySize,
    timeoutMs: found.Timeout * 1000,
    reservedConcurrency: found.ReservedConcurrentExecutions ?? Infinity,
    variables: Object.fromEntries(variables) as Record<string, string>,
  };
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Principal?: { readonly Service?: string } | string;
}

/** What the policy of the bucket lets CloudFront do. */
export function bucketActions(template: Json): string[] {
  const policies = ofType<{ PolicyDocument: { Statement: Statement[] } }>(template, 'AWS::S3::BucketPolicy');
  return policies
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .filter(({ Effect, Principal }) => Effect === 'Allow' && isCloudFront(Principal))
    .flatMap(({ Action }) => Action);
}

/** Whether CloudFront may call the URL of the function, which takes two permissions. */
export function mayCall(template: Json): boolean {
  const permissions = ofType<{ Action: string; Principal: string }>(template, 'AWS::Lambda::Permission');
  const actions = permissions
    .filter(({ Principal }) => Principal === 'cloudfront.amazonaws.com')
    .map(({ Action }) => Action);
  return ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'].every((action) => actions.includes(action));
}

function isCloudFront(principal: Statement['Principal']): boolean {
  return typeof principal === 'object' && principal.Service === 'cloudfront.amazonaws.com';
}

function ofType<Properties>({ Resources }: Json, type: string): Properties[] {
  const found = Object.values(Resources).filter(({ Type }: Resource) => Type === type);
  return found.map(({ Properties }) => Properties as Properties);
}

/** A text that names a bucket of the stack, as it will read. */
function textOf(value: unknown, bucket: string): string {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join } = value as { 'Fn::Join'?: [string, unknown[]] };
  return join ? join[1].map((part) => textOf(part, bucket)).join(join[0]) : bucket;
}
