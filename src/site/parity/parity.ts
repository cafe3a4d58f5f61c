import type { RawProps } from '../../card/props.ts';
import type { CardRequest } from '../../card/resolve.ts';
import type { Cardstock } from '../../cardstock.ts';
import type { Receipt } from '../../serve/explain/receipt.ts';
import type { WebOptions } from '../../system/network/web.ts';
import { mapInOrder } from '../../system/map-in-order.ts';
import { parseWebAddress } from '../../system/network/web.ts';
import { compareReceipts, type Difference } from './compare-receipts.ts';
import { type DeployedPicture, Deployment } from './deployment.ts';

/** One card here and there. */
export interface CardParity {
  readonly template: string;
  readonly example: string;
  /** `same`: its key and all of its bytes. `failed`: there is nothing to compare. */
  readonly outcome: 'same' | 'different' | 'failed';
  readonly isSameKey?: boolean;
  readonly isSamePicture?: boolean;
  readonly differences: readonly Difference[];
  /** Why it failed, or why nobody can say what differs. */
  readonly reason?: string | undefined;
}

export interface ParityOptions extends WebOptions {
  readonly signal?: AbortSignal | undefined;
}

const atOnce = 4;

/**
 * Draws every example here, asks a deployment for the same cards, and says of each that differs
 * what it is that differs. A few at once: a deployment has others to serve.
 *
 * @throws {AddressNotAllowedError} the address is none of the web.
 */
export async function* compareWith(
  address: string,
  cardstock: Cardstock,
  { signal, ...web }: ParityOptions = {},
): AsyncGenerator<CardParity> {
  const deployment = new Deployment(parseWebAddress(address), cardstock, web);
  try {
    yield* mapInOrder(examplesOf(cardstock), atOnce, async (request) => {
      const { template, example } = request;
      return { template, example, ...(await compareCard(request, cardstock, deployment, signal)) };
    });
  } finally {
    deployment.close();
  }
}

type Example = CardRequest & Pick<CardParity, 'template' | 'example'>;

function examplesOf({ templates }: Cardstock): Example[] {
  return Array.from(templates).flatMap(({ name, examples }) =>
    Object.entries(examples).map(([example, props]) => ({
      template: name,
      props: props as RawProps,
      example,
    })),
  );
}

type Comparison = Omit<CardParity, 'template' | 'example'>;

async function compareCard(
  request: CardRequest,
  cardstock: Cardstock,
  deployment: Deployment,
  signal: AbortSignal | undefined,
): Promise<Comparison> {
  signal?.throwIfAborted();
  const here = await drawHere(request, cardstock, signal);
  if (typeof here === 'string') return { outcome: 'failed', differences: [], reason: here };
  const picture = await deployment.picture(request, signal);
  if ('reason' in picture) return { outcome: 'failed', differences: [], reason: picture.reason };
  const { isSameKey, isSamePicture } = compareFiles(here, picture.value);
  if (isSameKey && isSamePicture) return { outcome: 'same', isSameKey, isSamePicture, differences: [] };
  const there = await deployment.receipt(request, signal);
  const differs = { outcome: 'different', isSameKey, isSamePicture } as const;
  if ('reason' in there) return { ...differs, differences: [], reason: `of its receipt: ${there.reason}` };
  const differences = compareReceipts(here, there.value);
  return { ...differs, differences: differences.length > 0 ? differences : [unlike(here, picture.value)] };
}

/** Its receipt, or why there is none: one card that fails here is no reason to look at no other. */
async function drawHere(request: CardRequest, cardstock: Cardstock, signal: AbortSignal | undefined) {
  try {
    return await cardstock.explain(request, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    return `it could not be drawn here: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function compareFiles({ identity, image }: Receipt, { etag, sha256 }: DeployedPicture) {
  return { isSameKey: etag === `"${identity.key}"`, isSamePicture: sha256 === image.sha256 };
}

/** It would draw the same now, so something on the way keeps an old one, or makes another of it. */
function unlike({ identity, image }: Receipt, { etag = 'no ETag', sha256 }: DeployedPicture): Difference {
  const name = (tag: string, sum: string) => `${tag}, sha256 ${sum.slice(0, 16)}`;
  return { part: 'bytes', here: name(`"${identity.key}"`, image.sha256), there: name(etag, sha256) };
}
