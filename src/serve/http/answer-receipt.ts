import { RenderTimeoutError } from '../../errors.ts';
import { abortable } from '../../system/abortable.ts';
import { type Answer, withoutBody } from './answer.ts';
import { commonHeaders, neverCached } from './headers.ts';
import { type Address, readCard } from './parse.ts';
import type { Services } from './services.ts';

/** All that is to be told of a card in place of its picture, for whoever may know: see `authorize`. */
export async function answerReceipt(
  request: Request,
  address: Address,
  { templates, explain, config: { timeoutMs } }: Pick<Services, 'templates' | 'explain' | 'config'>,
): Promise<Answer> {
  const { request: asked } = readCard(address, templates.names);
  const late = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([late, request.signal]);
  const receipt = await abortable(explain(asked, signal), signal).catch((error: unknown) => {
    throw late.aborted ? new RenderTimeoutError(timeoutMs, error) : error;
  });
  const body = Buffer.from(JSON.stringify(receipt, undefined, 2));
  const { template, variant, image } = receipt;
  const headers = {
    ...commonHeaders,
    ...neverCached,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(body.length),
  };
  const record = { template, variant, format: image.format };
  return withoutBody({ status: 200, headers, body, record }, request.method);
}
