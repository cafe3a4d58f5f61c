import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure, StudioCard } from '../../protocol.ts';
import { Latest } from '../net/latest.ts';
import { failureOf, picture } from './picture.ts';

/** Work that comes after the picture, and never before it. */
const quietMs = 150;

export interface Derived<Value> {
  readonly value: ReadonlySignal<Value | undefined>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** Follows the card for as long as somebody looks. */
  follow(): () => void;
}

/** What is found out about the card that is on the screen, while somebody wants to know. */
export function derive<Value>(
  find: (card: StudioCard, signal: AbortSignal) => Promise<Value>,
): Derived<Value> {
  const value = signal<Value | undefined>(undefined);
  const failure = signal<Failure | undefined>(undefined);
  const line = new Latest<StudioCard>(async (card, abort) => {
    try {
      value.value = await find(card, abort);
      failure.value = undefined;
    } catch (error) {
      if (!abort.aborted) failure.value = failureOf(error);
    }
  });
  const follow = () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = effect(() => {
      const shown = picture.value;
      clearTimeout(timer);
      if (shown) timer = setTimeout(() => line.ask(shown.card), quietMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  };
  return { value, failure, follow };
}
