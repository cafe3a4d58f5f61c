import type { RequestHandler } from 'express';
import type { CameraLoad } from '../../camera/camera.ts';
import { adminRouter } from './admin.ts';
import { type Probes, readinessOf } from './health.ts';
import type { OperateSettings } from './settings.ts';

/** An image generator, as its operator sees it. */
export interface Operable {
  readonly config: OperateSettings & { readonly production: boolean };
  readonly probes: Probes;
  load(): Promise<CameraLoad | undefined>;
}

export interface Operation {
  /** `/health` and `/ready`, and `/metrics` where strangers do not come. */
  readonly besideCards: RequestHandler;
  /** All three. */
  readonly onItsOwn: RequestHandler;
  close(): void;
}

/** All that an operator may ask of a server; figures are counted from now on. */
export async function operate(cardstock: Operable): Promise<Operation> {
  const { production, adminPort } = cardstock.config;
  const [{ openMetrics }, { openTraces }] = await Promise.all([
    import('./metrics.ts'),
    import('./traces.ts'),
  ]);
  const metrics = openMetrics(() => cardstock.load());
  const endTraces = await openTraces();
  const ready = readinessOf(cardstock.probes);
  const isOpen = production || adminPort !== undefined;
  return {
    besideCards: adminRouter({ ready, metrics: isOpen ? undefined : metrics }),
    onItsOwn: adminRouter({ ready, metrics }),
    close() {
      metrics.close();
      endTraces();
    },
  };
}
