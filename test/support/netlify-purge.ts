import { buffer } from 'node:stream/consumers';
import { serveOnLoopback } from './aws/loopback.ts';

export const purgeSite = { siteID: 'a-site', token: 'the token of its owner' };

/** So often in five seconds, for one tag. */
const mostPurges = 2;

/**
 * Netlify's API, as far as it purges: it wants the token of the site and JSON, forgets all of the
 * site where no tag is named, and takes no tag three times in a row.
 */
export async function startNetlifyPurge() {
  const purged: (readonly string[] | 'all of the site')[] = [];

  function take(authorization: string | undefined, body: Record<string, unknown>): number {
    if (authorization !== `Bearer ${purgeSite.token}`) return 401;
    if (body['site_id'] !== purgeSite.siteID) return 404;
    const tags = body['cache_tags'];
    if (tags === undefined) return purged.push('all of the site') && 202;
    if (!Array.isArray(tags) || !tags.every(isTag)) return 400;
    const isRepeated = (tag: string) => purged.filter((each) => each.includes(tag)).length >= mostPurges;
    if (tags.some(isRepeated)) return 429;
    purged.push(tags);
    return 202;
  }

  const server = await serveOnLoopback((request, response) => {
    void buffer(request).then((body) => {
      const isAsked = request.method === 'POST' && request.url === '/api/v1/purge';
      const isJson = request.headers['content-type']?.startsWith('application/json');
      const status = !isAsked ? 404 : !isJson ? 415 : take(request.headers.authorization, readJson(body));
      response.writeHead(status).end();
    });
  });
  return { api: server.address, purged, close: () => server.close() };
}

function isTag(tag: unknown): tag is string {
  return typeof tag === 'string' && /^[\x21-\x2b\x2d-\x7e]{1,1024}$/.test(tag);
}

function readJson(body: Buffer): Record<string, unknown> {
  return JSON.parse(body.toString()) as Record<string, unknown>;
}
