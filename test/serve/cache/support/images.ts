import type { CachedImage } from '../../../../src/serve/cache/entry.ts';
import { packEntry } from '../../../../src/serve/cache/entry.ts';
import type { Screenshot } from '../../../../src/camera/camera.ts';

export const key = 'plain/og/AAAAAAAAAAAAAAAAAAAAAA.jpg';

/** The key of the n-th of many. */
export function keyOf(index: number): string {
  return `plain/og/${String(index).padStart(22, '0')}.jpg`;
}

const notes = { overBudget: false, fitted: true, clamped: false, headlineClamped: false };

export function screenshot(content: string | Buffer = 'a picture'): Screenshot {
  const timings = { queueMs: 0, frameMs: 0, encodeMs: 0 };
  return { bytes: Buffer.from(content), format: 'jpeg', width: 1200, height: 630, ...notes, timings };
}

/** An image as it lies in a store. */
export function packed(content: string | Buffer = 'a picture', fields: Partial<CachedImage> = {}): Buffer {
  return packEntry({
    bytes: Buffer.from(content),
    format: 'jpeg',
    width: 1200,
    height: 630,
    ...notes,
    createdAt: 0,
    ...fields,
  });
}

/** Stands in for the camera: counts, and keeps the signals it was given. */
export function countingRender(content?: string | Buffer) {
  const signals: AbortSignal[] = [];
  return {
    signals,
    get renders() {
      return signals.length;
    },
    render: (signal: AbortSignal) => {
      signals.push(signal);
      return Promise.resolve(screenshot(content));
    },
  };
}

/** As `countingRender`, but every render waits to be told how it ends. */
export function pausedRender() {
  const renders: (PromiseWithResolvers<Screenshot> & { signal: AbortSignal })[] = [];
  return {
    renders,
    render: (signal: AbortSignal) => {
      const render = { ...Promise.withResolvers<Screenshot>(), signal };
      renders.push(render);
      return render.promise;
    },
  };
}
