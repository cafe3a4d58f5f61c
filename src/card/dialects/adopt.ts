import { type ComponentChild, type ComponentType, Fragment, h, isValidElement, type VNode } from 'preact';
import { useMemo } from 'preact/hooks';

/** An element of React's own, or a plain object of its shape. */
interface ForeignElement {
  readonly type: unknown;
  readonly props: Readonly<Record<string, unknown>>;
  readonly key?: string | null;
}

type Component = (props: object, second?: unknown) => unknown;

/**
 * Elements of React, and plain objects of their shape, as Preact renders them: with the
 * components in them, whatever these return. Preact's own stay as they are.
 *
 * @throws {TypeError} it is nothing that could be rendered.
 */
export function adopt(node: unknown): ComponentChild {
  if (node === null || typeof node !== 'object') return node as ComponentChild;
  if (isValidElement(node)) return node;
  if (Symbol.iterator in node) return h(Fragment, null, ...Array.from(node as Iterable<unknown>, adopt));
  if ('then' in node) {
    throw new TypeError('A promise cannot be rendered: await what it is made of before the card is made.');
  }
  if (isForeign(node)) return adoptElement(node);
  throw new TypeError(`An object with ${Object.keys(node).join(', ') || 'no keys'} is no element.`);
}

/** Objects of requests and of other sites: whatever their shape, they are never elements. */
const distrusted = new WeakSet<object>();

/**
 * Takes an object, and all it holds, for data. Else JSON of the shape of an element, drawn by a
 * template that expects text, would be markup of a stranger's (as in CVE-2026-22028).
 */
export function distrust(value: unknown): void {
  if (typeof value !== 'object' || value === null || distrusted.has(value) || isValidElement(value)) return;
  distrusted.add(value);
  for (const part of Object.values(value)) distrust(part);
}

/** Whether it is an element that Preact did not make. */
export function isForeign(node: unknown): node is ForeignElement {
  if (typeof node !== 'object' || node === null || isValidElement(node) || distrusted.has(node)) return false;
  return 'type' in node && 'props' in node && typeof node.props === 'object' && node.props !== null;
}

function adoptElement({ type, props, key }: ForeignElement): VNode {
  const { children, ...rest } = props;
  const own = key == null ? {} : { key };
  if (typeof type === 'string') return h(type, { ...rest, ...own }, adopt(children));
  if (typeof type === 'symbol') return h(Fragment, own, adopt(children)); // fragments, strict mode, suspense
  return h(adoptComponent(type), { ...props, ...own });
}

const adopted = new WeakMap<object, ComponentType<object>>();

function adoptComponent(type: unknown): ComponentType<object> {
  if (type === null || (typeof type !== 'function' && typeof type !== 'object')) {
    throw new TypeError(`${String(type)} is neither the name of an element nor a component.`);
  }
  const known = adopted.get(type);
  if (known) return known;
  const component = typeof type === 'function' ? fromFunction(type as Component) : fromObject(type);
  adopted.set(type, component);
  return component;
}

function fromFunction(type: Component): ComponentType<object> {
  if ((type as { prototype?: { isReactComponent?: unknown } }).prototype?.isReactComponent) {
    return fromClass(type as unknown as new (props: object) => { render(): unknown });
  }
  const { defaultProps } = type as { defaultProps?: object };
  return (props) => adopt(type({ ...defaultProps, ...props }));
}

/** What its constructor says is its state; it has no life beside its first look. */
function fromClass(type: new (props: object) => { render(): unknown }): ComponentType<object> {
  return (props) => adopt(useMemo(() => new type(props), [props]).render());
}

interface Wrapped {
  readonly $$typeof?: symbol;
  readonly type?: unknown;
  readonly render?: Component;
  readonly _context?: Wrapped;
  readonly _currentValue?: unknown;
  readonly _init?: (payload: unknown) => unknown;
  readonly _payload?: unknown;
}

/** `memo`, `forwardRef`, `lazy` and contexts, by the names that React gives them. */
function fromObject(wrapped: Wrapped): ComponentType<object> {
  switch (wrapped.$$typeof?.description ?? '') {
    case 'react.memo':
      return adoptComponent(wrapped.type);
    case 'react.forward_ref':
      return (props) => adopt(wrapped.render!(props, null));
    case 'react.lazy':
      return adoptComponent(wrapped._init!(wrapped._payload));
    case 'react.provider':
    case 'react.context':
      return ({ children }: { children?: unknown }) => adopt(children);
    case 'react.consumer':
      return ({ children }: { children?: unknown }) =>
        adopt((children as Component)(wrapped._context?._currentValue as object));
    default:
      throw new TypeError(`An object with ${Object.keys(wrapped).join(', ')} is no component.`);
  }
}
