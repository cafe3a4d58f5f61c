import { CdnPurgeError } from '../../../errors.ts';
import type { NetlifyAccess } from '../stores/netlify-blob-store.ts';
import type { Cdn, CdnPurge } from './cdn.ts';

export interface NetlifyCdnOptions extends NetlifyAccess {
  /** For tests. */
  readonly api?: string;
}

const timeoutMs = 10_000;
const refusals: Readonly<Record<number, string>> = {
  401: 'the token is not valid: NETLIFY_AUTH_TOKEN',
  403: 'the token is not for this site: NETLIFY_AUTH_TOKEN, NETLIFY_SITE_ID',
  404: 'there is no such site: NETLIFY_SITE_ID',
  429: 'one tag can be purged twice in five seconds: again in a moment',
};

/** Netlify's CDN, which goes by tags. Without any it would forget the whole site, so there are always some. */
export class NetlifyCdn implements Cdn {
  readonly name = 'Netlify';
  readonly #siteId: string;
  readonly #token: string;
  readonly #api: string;

  constructor({ siteID, token, api = 'https://api.netlify.com' }: NetlifyCdnOptions) {
    this.#siteId = siteID;
    this.#token = token;
    this.#api = api;
  }

  async purge({ tags }: CdnPurge): Promise<void> {
    if (tags.length === 0) return;
    const answer = await fetch(`${this.#api}/api/v1/purge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
      body: JSON.stringify({ site_id: this.#siteId, cache_tags: tags }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new CdnPurgeError(this.name, 'it cannot be asked', error);
    });
    await answer.body?.cancel();
    if (answer.ok) return;
    throw new CdnPurgeError(this.name, refusals[answer.status] ?? `it answered ${answer.status}`);
  }
}
