import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cdn, startCdn } from './cdn/cdn.ts';
import type { Distribution } from './cdn/distribution.ts';
import { readDistribution } from './cdn/read-distribution.ts';
import type { Template } from './cdn/template.ts';
import { FunctionUrl } from './lambda/function-url.ts';
import { packRenderer } from './renderer-package.ts';
import { owner, region, type S3Account, S3Server } from './s3-server.ts';
import { bucketActions, mayCall, rendererOf } from './stack.ts';

/** All that a stack deploys, on this machine: the CDN with its function, the bucket, the renderer. */
export interface World {
  readonly cdn: Cdn;
  readonly s3: S3Server;
  readonly lambda: FunctionUrl;
  /** What the function at the edge reads. */
  readonly keyValues: Map<string, string>;
  /** How many cards were photographed. */
  renders(): number;
  /** The keys of the pictures in the bucket. */
  pictures(): string[];
  /** Whatever reached the bucket or the renderer. */
  behindTheEdge(): number;
  close(): Promise<void>;
}

interface WorldOptions {
  readonly template: Template;
  readonly secrets: string;
  /** What to break of the distribution. */
  readonly change?: (distribution: Distribution) => Distribution;
  /** Without one there is nothing that could draw. @default true */
  readonly hasRenderer?: boolean;
}

const bucket = 'cards';
const cloudFront = { accessKeyId: 'CLOUDFRONT', secretAccessKey: 'the secret of CloudFront' };

/** Deploys a stack; each part gets the permissions that it has there and no others. */
export async function startWorld({
  template,
  secrets,
  change,
  hasRenderer = true,
}: WorldOptions): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'cardstock-aws-'));
  const s3 = await S3Server.start({ buckets: [bucket], accounts: [owner, readerOf(template)] });
  const { reservedConcurrency, ...renderer } = rendererOf(template, bucket);
  const code = { folder: join(folder, 'task'), file: 'index.mjs' };
  if (hasRenderer) await packRenderer(code.folder);
  await mkdir(join(folder, 'instances'));
  const lambda = await FunctionUrl.start({
    code: {
      ...renderer,
      ...code,
      variables: { ...renderer.variables, ...s3.environment },
    },
    callers: mayCall(template) ? [cloudFront] : [],
    region,
    reservedConcurrency,
    folder: join(folder, 'instances'),
  });
  if (!hasRenderer) lambda.breakDown();
  const keyValues = new Map([
    ['secrets', secrets],
    ['default', '/default.jpg'],
  ]);
  const distribution = readDistribution(template);
  const cdn = await startCdn({
    distribution: change?.(distribution) ?? distribution,
    origins: {
      s3: {
        port: Number(new URL(s3.endpoint).port),
        host: `${bucket}.s3.example`,
        folder: `/${bucket}`,
        credentials: cloudFront,
        region,
      },
      lambda: { port: lambda.port, host: 'renderer.lambda-url.example', credentials: cloudFront, region },
    },
    keyValues,
    regions: ['frankfurt', 'tokyo'],
  });
  return {
    cdn,
    s3,
    lambda,
    keyValues,
    renders: () =>
      lambda.answers.filter(({ headers }) => headers['cache-status']?.includes('fwd=uri-miss')).length,
    pictures: () => [...s3.objects().keys()].filter((key) => key.startsWith('og/')),
    behindTheEdge: () => s3.requests.length + lambda.answers.length + lambda.counts.forbidden,
    async close() {
      await Promise.all([cdn.close(), lambda.stop()]);
      await s3.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the policy of the bucket lets CloudFront do; without a policy nothing. */
function readerOf(template: Template): S3Account {
  const actions = bucketActions(template);
  if (!actions.includes('s3:GetObject')) return { ...cloudFront, accessKeyId: 'NOBODY' };
  return {
    ...cloudFront,
    mayList: actions.includes('s3:ListBucket'),
    mayWrite: actions.includes('s3:PutObject'),
  };
}
