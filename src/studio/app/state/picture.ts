import { batch, computed, effect, signal } from '@preact/signals';
import type { Failure, PictureFacts, StudioCard } from '../../protocol.ts';
import { drawCard, FailedRequest } from '../net/api.ts';
import { Latest } from '../net/latest.ts';
import { revision } from './catalog.ts';
import { card, touched } from './shape.ts';

/** A picture that can be shown at once: it is decoded. */
export interface Picture {
  readonly card: StudioCard;
  readonly url: string;
  readonly facts: PictureFacts;
  readonly revision: string;
}

/** What is on the screen; it stays until the next one can take its place. */
export const picture = signal<Picture | undefined>(undefined);
/** The same card before its template was edited. */
export const before = signal<Picture | undefined>(undefined);
/** Why the card that is asked for now has no picture. */
export const failure = signal<Failure | undefined>(undefined);
export const isDrawing = signal(false);
/** From the last key to the picture on the screen. */
export const latencyMs = signal<number | undefined>(undefined);

export const problems = computed(() => failure.value?.problems ?? []);

const line = new Latest<{ card: StudioCard; revision: string }>(async (asked, signal) => {
  const touchedAt = touched.at;
  isDrawing.value = true;
  try {
    const shown = await preparePicture(asked.card, asked.revision, signal);
    batch(() => {
      failure.value = undefined;
      show(shown);
    });
    requestAnimationFrame(() => (latencyMs.value = performance.now() - touchedAt));
  } catch (error) {
    if (!signal.aborted) failure.value = failureOf(error);
  } finally {
    isDrawing.value = false;
  }
});

/** A picture of a card, ready for the screen. */
export async function preparePicture(
  asked: StudioCard,
  ofRevision: string,
  signal?: AbortSignal,
): Promise<Picture> {
  const { blob, facts } = await drawCard(asked, signal);
  const url = URL.createObjectURL(blob);
  const image = new Image();
  image.src = url;
  await image.decode();
  return { card: asked, url, facts, revision: ofRevision };
}

function show(next: Picture): void {
  const last = picture.value;
  const isSameCard = last && JSON.stringify(last.card) === JSON.stringify(next.card);
  const isEdited = isSameCard && last.revision !== next.revision && last.facts.key !== next.facts.key;
  if (isEdited) replace(before, last);
  else if (!isSameCard && before.value) replace(before, undefined);
  picture.value = next;
  if (last && !isEdited) release(last);
}

function replace(kept: typeof before, next: Picture | undefined): void {
  if (kept.value) release(kept.value);
  kept.value = next;
}

/** Later, for what shows it may still be at work; else each key would leave a picture in memory. */
export function release({ url }: Picture): void {
  setTimeout(() => URL.revokeObjectURL(url), 2_000);
}

export function failureOf(error: unknown): Failure {
  if (error instanceof FailedRequest) return error.failure;
  const message = 'The server does not answer. Is "cardstock start" still running?';
  return { code: 'no_answer', message, problems: [] };
}

/** Draws the card anew whenever it, or its project, is another one. */
export function keepPicture(): void {
  effect(() => {
    if (card.value) line.ask({ card: card.value, revision: revision.value });
  });
}
