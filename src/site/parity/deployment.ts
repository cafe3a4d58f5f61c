import { createHash } from 'node:crypto';
import { describeProps } from '../../card/props.ts';
import type { CardRequest } from '../../card/resolve.ts';
import type { Cardstock } from '../../cardstock.ts';
import type { Receipt } from '../../serve/explain/receipt.ts';
import { limits } from '../../serve/limits.ts';
import { queryUrl, receiptUrl } from '../../serve/url/query-url.ts';
import { signedUrl } from '../../serve/url/signed-url.ts';
import { reasonOf } from '../../system/network/reason.ts';
import { Web, type WebAnswer, type WebOptions } from '../../system/network/web.ts';
import { isStandIn } from '../doctor/image-report.ts';

const asking = { userAgent: 'cardstock-parity', maxBytes: 20_000_000, timeoutMs: 60_000 } as const;

/** What a base path, `explain` and a signature add to a URL, and some more. */
const signedBytes = 500;

/** A picture that a deployment has. */
export interface DeployedPicture {
  readonly etag: string | undefined;
  /** In hexadecimal. */
  readonly sha256: string;
}

export type Asked<Value> = { readonly value: Value } | { readonly reason: string };

/** A server of the same cards, elsewhere: asked by readable URLs, which say nothing of a design. */
export class Deployment {
  readonly #web: Web;
  readonly #base: string;
  readonly #cardstock: Cardstock;

  /** @param address Where it lives; without a path, what the config mounts cards below is added. */
  constructor(address: URL, cardstock: Cardstock, options: WebOptions = {}) {
    const path = address.pathname.replace(/\/$/, '') || cardstock.config.basePath;
    this.#base = `${address.origin}${path}`;
    this.#cardstock = cardstock;
    this.#web = new Web(options);
  }

  async picture(request: CardRequest, signal?: AbortSignal): Promise<Asked<DeployedPicture>> {
    const asked = await this.#ask(this.#pathOf(request), signal);
    if ('reason' in asked) return asked;
    const { headers, bytes } = asked.value;
    if (isStandIn(headers)) return { reason: 'another picture was sent in its place' };
    const etag = headers.etag?.replace(/^W\//, '');
    return { value: { etag, sha256: createHash('sha256').update(bytes).digest('hex') } };
  }

  async receipt(request: CardRequest, signal?: AbortSignal): Promise<Asked<Receipt>> {
    const asked = await this.#ask(receiptUrl(this.#pathOf(request)), signal);
    if ('reason' in asked) return asked;
    try {
      const receipt = JSON.parse(asked.value.bytes.toString()) as Partial<Receipt> | null;
      if (receipt?.identity?.parts) return { value: receipt as Receipt };
    } catch {
      // a picture, for one
    }
    return { reason: 'it tells no receipts' };
  }

  close(): void {
    this.#web.close();
  }

  /** With all props in it, for a deployment may have other examples; what does not fit is named. */
  #pathOf(request: CardRequest): string {
    const { templates, config } = this.#cardstock;
    const described = describeProps(templates.get(request.template).props);
    const pathOf = (asked: CardRequest) => queryUrl(asked, config.paths.card, described);
    const whole = pathOf({ ...request, example: undefined });
    return whole.length <= limits.urlBytes - signedBytes ? whole : pathOf({ ...request, props: {} });
  }

  async #ask(path: string, signal: AbortSignal | undefined): Promise<Asked<WebAnswer>> {
    const [secret] = this.#cardstock.config.secrets;
    try {
      const answer = await this.#web.ask(this.#base + signedUrl(path, secret), { ...asking, signal });
      return answer.status === 200 ? { value: answer } : { reason: `it was answered with ${answer.status}` };
    } catch (error) {
      signal?.throwIfAborted();
      return { reason: reasonOf(error) };
    }
  }
}
