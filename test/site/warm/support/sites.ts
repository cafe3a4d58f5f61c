import { card } from '../../doctor/support/images.ts';
import { page } from '../../doctor/support/pages.ts';
import {
  type Answer,
  answering,
  type Respond,
  startServer,
  type TestServer,
} from '../../doctor/support/server.ts';
import { warm, type WarmOptions, type WarmSummary } from '../../../../src/site/warm/warm.ts';

export const image: Answer = { type: 'image/jpeg', body: card };

export type Answers = Readonly<Record<string, Answer | Respond>>;

/** A server whose answers may name its own address. */
export async function serve(answers: (origin: string) => Answers): Promise<TestServer> {
  const server = await startServer((request, response) => respond(request, response));
  const respond = answering(answers(server.origin));
  return server;
}

/** So many pages with a card each: `/0/` has `/og/0.jpg`. */
export function pagesWithCards(origin: string, count: number): Answers {
  const all = Array.from({ length: count }, (_, index) => [
    [`/${index}/`, { type: 'text/html', body: page({ metas: { 'og:image': `${origin}/og/${index}.jpg` } }) }],
    [`/og/${index}.jpg`, image],
  ]);
  return Object.fromEntries(all.flat()) as Answers;
}

export function sitemap(...addresses: string[]): string {
  const urls = addresses
    .map((address) => `<url><loc>${address.replaceAll('&', '&amp;')}</loc></url>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
}

/** Warms without waiting long before it tries again. */
export function warmQuickly(target: string, options: WarmOptions = {}): Promise<WarmSummary> {
  return warm(target, { firstDelayMs: 1, allowLocal: true, ...options });
}

export const counts = ({ pages, warmed, skipped, failed }: WarmSummary) => ({
  pages,
  warmed,
  skipped,
  failed,
});
export const reasons = ({ failures }: WarmSummary) => failures.map(({ reason }) => reason);
