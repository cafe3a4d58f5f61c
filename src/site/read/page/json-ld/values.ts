import { asMeant } from '../../words/text.ts';
import { type Graph, isThing } from './graph.ts';

/** Texts of structured data are texts and no HTML: `Vec<T>` is what it is. */
export class Reader {
  readonly #graph: Graph;
  readonly #heading: string | undefined;

  constructor(graph: Graph, heading: string | undefined) {
    this.#graph = graph;
    this.#heading = heading;
  }

  text(value: unknown): string | undefined {
    const one = this.#graph.first(value);
    const text = isThing(one) ? one['@value'] : one;
    return typeof text === 'string' ? asMeant(text, this.#heading) || undefined : undefined;
  }

  /** A number of an episode may be one, or be written as a text. */
  textOrNumber(value: unknown): string | undefined {
    return typeof value === 'number' ? String(value) : this.text(value);
  }

  name(value: unknown): string | undefined {
    const one = this.#graph.first(value);
    return isThing(one) ? this.text(one['name']) : this.text(one);
  }

  names(value: unknown, limit = Infinity): string[] {
    const names = [value]
      .flat()
      .slice(0, limit)
      .map((one) => this.name(one));
    return [...new Set(names.filter((name) => name !== undefined))];
  }

  /** Pictures are addresses, or things that have one. */
  addresses(value: unknown): string[] {
    return this.#graph
      .list(value)
      .map((one) => (isThing(one) ? (one['contentUrl'] ?? one['url'] ?? one['@id']) : one))
      .map((address) => this.#graph.first(address))
      .filter((address) => typeof address === 'string' && address.trim() !== '')
      .map((address) => String(address).trim());
  }

  /** `{ "@type": "Place", "name": …, "address": … }`, or only its name. */
  place(value: unknown): string | undefined {
    const one = this.#graph.first(value);
    if (!isThing(one)) return this.text(one);
    const address = this.#graph.first(one['address']);
    const locality = isThing(address) ? this.text(address['addressLocality']) : this.text(address);
    const name = this.text(one['name']);
    const isSaid = locality !== undefined && name?.includes(locality);
    return [name, isSaid ? undefined : locality].filter(Boolean).join(', ') || undefined;
  }
}
