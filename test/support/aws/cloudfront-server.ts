import { XMLParser } from 'fast-xml-parser';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { serveOnLoopback } from './loopback.ts';
import { owner } from './s3-server.ts';
import { verify } from './sigv4.ts';

/** All of CloudFront answers as if it were there. */
const region = 'us-east-1';
const mostPaths = 3_000;
const mostWildcards = 15;
const maxPathLength = 4_000;

export interface Invalidation {
  readonly id: string;
  readonly paths: readonly string[];
}

/** What CloudFront says instead: its code and its status. */
class Fault extends Error {
  readonly status: number;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
  }
}

interface CloudFrontOptions {
  /** The header that it reads tags from. @default none: it goes by paths alone */
  readonly tagHeader?: string;
  /** Whether whoever asks may look at the distribution. */
  readonly isHidden?: boolean;
}

/**
 * The invalidations of one distribution, as CloudFront takes them: signed, each path or tag in a
 * form that it knows, and no more under way than it has room for.
 */
export async function startCloudFront(options: CloudFrontOptions = {}) {
  const distribution = 'E2EXAMPLE1';
  const underWay: Invalidation[] = [];
  const references = new Set<string>();

  function create(body: string): Invalidation {
    const { reference, quantity, paths } = read(body);
    if (quantity !== paths.length) throw new Fault(400, 'InconsistentQuantities');
    if (paths.length === 0 || !paths.every((path) => isWellFormed(path) || isTag(path)))
      throw new Fault(400, 'InvalidArgument');
    if (references.has(reference)) throw new Fault(400, 'InvalidationBatchAlreadyExists');
    const all = [...underWay.flatMap((each) => each.paths), ...paths];
    const wild = all.filter((path) => path.endsWith('*'));
    if (wild.length > mostWildcards || all.length > mostPaths)
      throw new Fault(400, 'TooManyInvalidationsInProgress');
    references.add(reference);
    const invalidation = { id: `I${references.size}`, paths };
    underWay.push(invalidation);
    return invalidation;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { method = '', url = '', headers } = request;
    try {
      const terms = { credentials: [owner], region, service: 'cloudfront', body, now: Date.now() };
      const verified = verify({ method, target: url, headers }, terms);
      if ('fault' in verified) throw new Fault(403, verified.fault);
      const [, asked, what] = /^\/2020-05-31\/distribution\/([^/]+)\/(invalidation|config)$/.exec(url) ?? [];
      if (method !== (what === 'config' ? 'GET' : 'POST')) throw new Fault(404, 'NotFound');
      if (what === 'config' && options.isHidden) throw new Fault(403, 'AccessDenied');
      if (asked !== distribution) throw new Fault(404, 'NoSuchDistribution');
      if (what === 'config') {
        response.writeHead(200, { 'content-type': 'text/xml' });
        response.end(configXml(options.tagHeader));
        return;
      }
      const { id } = create(body.toString());
      response.writeHead(201, { 'content-type': 'text/xml' });
      response.end(
        `<Invalidation xmlns="${namespace}"><Id>${id}</Id><Status>InProgress</Status></Invalidation>`,
      );
    } catch (error) {
      const { status = 500, message } = error as Fault;
      response.writeHead(status, { 'content-type': 'text/xml' });
      response.end(
        `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${message}</Code><Message>${message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`,
      );
    }
  }

  const server = await serveOnLoopback((request, response) => void answer(request, response));
  const environment = {
    AWS_ENDPOINT_URL_CLOUDFRONT: server.address,
    AWS_ACCESS_KEY_ID: owner.accessKeyId,
    AWS_SECRET_ACCESS_KEY: owner.secretAccessKey,
    AWS_MAX_ATTEMPTS: '1',
    OG_CLOUDFRONT_DISTRIBUTION: distribution,
  };
  return { underWay, environment, close: () => server.close() };
}

const namespace = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';
/** Of all that it says, what we look at. */
function configXml(tagHeader: string | undefined): string {
  const tags = tagHeader && `<CacheTagConfig><HeaderName>${tagHeader}</HeaderName></CacheTagConfig>`;
  return `<DistributionConfig xmlns="${namespace}">${tags ?? ''}<Enabled>true</Enabled></DistributionConfig>`;
}

const parser = new XMLParser({ isArray: (name) => name === 'Path', parseTagValue: false });

function read(body: string) {
  const { InvalidationBatch: batch } = parser.parse(body) as {
    InvalidationBatch: { CallerReference: string; Paths: { Quantity: string; Items: { Path: string[] } } };
  };
  const { CallerReference: reference, Paths } = batch;
  return { reference, quantity: Number(Paths.Quantity), paths: Paths.Items.Path };
}

/** From the root, in plain letters, and with a "*" at its end or nowhere. */
function isWellFormed(path: string): boolean {
  return path.length <= maxPathLength && /^\/[\w.~!$&'()+,;=:@/%-]*\*?$/.test(path);
}

/** Visible ASCII without commas, and no star that would stand for anything. */
function isTag(path: string): boolean {
  return /^#[\x21-\x2b\x2d-\x7e]{1,256}$/.test(path) && !path.endsWith('*');
}
