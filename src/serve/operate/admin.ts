import { type RequestHandler, Router } from 'express';
import { neverCached } from '../http/headers.ts';
import type { Readiness } from './health.ts';
import type { Metrics } from './metrics.ts';

export interface AdminServices {
  readonly ready: () => Promise<Readiness>;
  /** Without them `/metrics` is not there. */
  readonly metrics?: Metrics | undefined;
}

/** What machines ask an operator's server: does it live, can it work, how is it doing. */
export function adminRouter({ ready, metrics }: AdminServices): RequestHandler {
  const router = Router();
  router.use(['/health', '/ready', '/metrics'], (_request, response, next) => {
    response.set(neverCached);
    next();
  });
  router.get('/health', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/ready', async (_request, response) => {
    const readiness = await ready();
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });
  if (metrics) {
    router.get('/metrics', async (_request, response) => {
      response.set('content-type', metrics.contentType).send(await metrics.text());
    });
  }
  return router;
}
