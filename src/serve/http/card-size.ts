import { describeProps } from '../../card/props.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import type { CachedImage, MadeImage } from '../cache/entry.ts';
import type { CacheKey } from '../../card/key.ts';
import { unknownValue } from '../../system/nearest.ts';
import { isPayload } from '../url/payload.ts';
import { sizeParameter } from '../url/query-url.ts';
import { splitSealedSize } from '../url/sealed-url.ts';
import type { IdentifiedCard } from './identify.ts';
import { type Address, withQuery } from './parse.ts';

/** In which sizes a card is had beside its own, and how. */
export interface CardSizes {
  readonly names: readonly string[];
  /** Another text as soon as the size comes out otherwise. */
  recipeOf(size: string): string;
  /** Of the card as it was photographed. */
  make(card: CachedImage, size: string, signal: AbortSignal): Promise<MadeImage>;
}

/** A card in a size: all but `size` is said of the card itself. */
export interface SizedAddress extends Address {
  readonly size?: string;
}

/**
 * Takes the size off an address that has one: `/og/<payload>-md.jpg` is that of `/og/<payload>.jpg`.
 * No payload is another one with something behind it, so a name has one meaning.
 *
 * @param isCard Whether it is known as a card by the whole of its name, which then needs no look into it.
 * @throws {InvalidParameterError} there is no such size.
 */
export function withoutSize(
  address: Address,
  names: readonly string[],
  isCard: (address: Address) => boolean,
): SizedAddress {
  const { sealedName = '', pathname, target } = address;
  const split = splitSealedSize(sealedName);
  if (!split || isCard(address) || !isPayload(split.payload)) return address;
  const { name, size } = split;
  if (!names.includes(size)) throw unknownValue('size', size, names);
  const path = pathname.slice(0, pathname.length - sealedName.length) + name;
  return { ...address, size, sealedName: name, pathname: path, target: path + target.slice(pathname.length) };
}

/**
 * The same of a readable address, which says its size as `&size=md`. A template may have called
 * a prop so, and then that is what is meant.
 *
 * @throws {UnknownTemplateError} it is of none, so that nobody knows what is meant.
 * @throws {InvalidParameterError} there is no such size.
 */
export function withoutSizeParameter(
  address: Address,
  names: readonly string[],
  templates: TemplateRegistry,
): SizedAddress {
  const { size, ...parameters } = address.parameters;
  const { template } = parameters;
  if (!address.isReadable || size === undefined || template === undefined) return address;
  if (Object.hasOwn(describeProps(templates.get(template).props), sizeParameter)) return address;
  if (!names.includes(size)) throw unknownValue(sizeParameter, size, names);
  return { ...address, size, parameters, target: withQuery(address.pathname, parameters) };
}

/** Where a card in a size has its address. */
export function sizedPath(path: string, size: string): string {
  const dot = path.lastIndexOf('.');
  return `${path.slice(0, dot)}-${size}${path.slice(dot)}`;
}

/** What a size of a card is kept and tagged by. */
export function sizedCard(card: IdentifiedCard, size: string, sizes: CardSizes): IdentifiedCard {
  const key: CacheKey = `${card.key}-${size}-${sizes.recipeOf(size)}`;
  return { ...card, key, storeKey: card.storeKey.replace(card.key, key) };
}
