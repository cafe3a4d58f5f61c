import type { Camera } from '../../src/camera/camera.ts';

/** What a picture says of itself where nothing was out of the ordinary. */
export const asItIs = { overBudget: false, fitted: false, clamped: false, headlineClamped: false } as const;

interface FakeCamera extends Camera {
  readonly taken: string[];
  /** Cards that were let in, and neither came nor said that they would not. */
  readonly awaited: Set<unknown>;
}

/** Stands in for the browser where a test asks what reaches it: takes no pictures, counts the cards. */
export function fakeCamera(take?: Camera['take']): FakeCamera {
  const taken: string[] = [];
  const awaited = new Set<unknown>();
  return {
    taken,
    awaited,
    engine: 'fake 1',
    admit() {
      const admission = () => awaited.delete(admission);
      awaited.add(admission);
      return admission;
    },
    async take(document, format, signal, terms) {
      terms?.admission?.();
      taken.push(document.html);
      if (take) return take(document, format, signal, terms);
      const { width, height } = document.viewport;
      const timings = { queueMs: 0, frameMs: 0, encodeMs: 0 };

      return { bytes: Buffer.from('a picture'), format, width, height, ...asItIs, timings };
    },
    inspect: () => Promise.reject(new Error('There is nothing to look at.')),
    load: () => ({ waiting: 0, busy: 0, maxWaiting: 1, pids: [] }),
    warm: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
