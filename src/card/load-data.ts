import { serialize } from 'node:v8';
import { LRUCache } from 'lru-cache';
import { DataUnavailableError } from '../errors.ts';
import { abortable } from '../system/abortable.ts';
import { Flights } from '../system/flights.ts';
import { hashed } from '../system/hashed.ts';
import { describeTemplate } from './origins.ts';
import type { CheckedProps } from './props.ts';
import type { Template } from './template.ts';
import { inTemplateTime } from './time-of-template.ts';

/** How long data is kept whose template does not say. */
export const defaultDataMaxAgeSeconds = 3_600;
/** A service that is down costs one card its deadline, and not every card. */
const failureKeptMs = 30_000;
const keptBytes = 32_000_000;

type Loaded = { readonly data: unknown } | { readonly error: DataUnavailableError };
type Kept = Loaded & { readonly untilMs: number };

/**
 * The data of cards: fetched by their templates, once for all who ask at the same time, and
 * kept as long as their templates say.
 */
export class LoadedData {
  readonly #timeoutMs: number;
  readonly #kept = new LRUCache<string, Kept>({ maxSize: keptBytes, sizeCalculation: bytesOf });
  readonly #flights = new Flights<Kept>();

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /**
   * What the template's `load` gives for these props; nothing where it has none.
   *
   * @throws {DataUnavailableError} it failed, or was not ready in time.
   */
  async of(template: Template, { input, props }: CheckedProps): Promise<unknown> {
    if (!template.load) return undefined;
    const key = hashed(`${template.name} ${JSON.stringify(input)}`);
    const kept = this.#kept.get(key);
    const isFresh = kept && kept.untilMs > Date.now();
    const { value } = isFresh
      ? { value: kept }
      : await this.#flights.join(key, (signal) => this.#fetch(key, template, props, signal));
    if ('error' in value) throw value.error;
    return value.data;
  }

  async #fetch(key: string, template: Template, props: unknown, signal: AbortSignal): Promise<Kept> {
    const loaded = await this.#load(template, props, signal);
    const { dataMaxAgeSeconds: seconds = defaultDataMaxAgeSeconds } = template;
    const kept = { ...loaded, untilMs: Date.now() + ('data' in loaded ? seconds * 1_000 : failureKeptMs) };
    this.#kept.set(key, kept);
    return kept;
  }

  async #load(template: Template, props: unknown, everybodyLeft: AbortSignal): Promise<Loaded> {
    const deadline = new AbortController();
    const timeout = new Error(`it was not ready within ${this.#timeoutMs} ms (CARDSTOCK_LOAD_TIMEOUT_MS)`);
    const timer = setTimeout(() => deadline.abort(timeout), this.#timeoutMs);
    const signal = AbortSignal.any([deadline.signal, everybodyLeft]);
    try {
      const loading = (async () => inTemplateTime(() => template.load!(props, { signal })))(); // it may throw at once
      return { data: await abortable(loading, signal) };
    } catch (error) {
      return { error: new DataUnavailableError(describeTemplate(template), error) };
    } finally {
      clearTimeout(timer);
    }
  }
}

const entryBytes = 500;
/** What cannot be copied, such as an object with methods, cannot be measured either. */
const unknownBytes = 100_000;

function bytesOf(kept: Kept): number {
  if ('error' in kept) return entryBytes;
  try {
    return entryBytes + inTemplateTime(() => serialize(kept.data)).byteLength;
  } catch {
    return unknownBytes;
  }
}
