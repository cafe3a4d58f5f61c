import { type ComponentType, Fragment, type Options, options, type VNode } from 'preact';
import { adopt, isForeign } from '../dialects/adopt.ts';
import { whyUndrawable } from './undrawable.ts';

/** What a template draws and Preact would pass over in silence; where it stands, in the words of JSX. */
export class UndrawableError extends Error {
  constructor(place: string, why: string) {
    super(`${place} ${why}`);
    this.name = 'UndrawableError';
  }
}

/** `vnode` is called as elements are made, `__b` before they are rendered. */
interface Hooks extends Options {
  __b?: ((element: VNode) => void) | undefined;
}

/**
 * Does work of a template in which nothing undrawable may be drawn. The hooks are there for this
 * work: other markup of the process is nobody's card, and Preact's ways with it are its own.
 */
export function guarded<Result>(work: () => Result): Result {
  const hooks = options as Hooks;
  const { vnode: made, __b: met } = hooks as Record<'vnode' | '__b', ((element: VNode) => void) | undefined>;
  hooks.vnode = (element) => {
    checkChildren(element); // the stack leads to the line that makes it
    made?.(element);
  };
  hooks.__b = (element) => {
    watchComponent(element);
    met?.(element);
  };
  try {
    return work();
  } finally {
    hooks.vnode = made;
    hooks.__b = met;
  }
}

function checkChildren({ type, props }: VNode): void {
  if (typeof type === 'function' && type !== Fragment) return; // it may be given anything
  if (typeof type === 'string' && type.startsWith('data:')) {
    throw new UndrawableError(
      'an imported picture',
      'is an address and no component: draw <img src={logo} />',
    );
  }
  const { children } = props as { children?: unknown };
  if (typeof children !== 'object' && typeof children !== 'function') return;
  const why = whyUndrawable(children);
  if (why) throw new UndrawableError(type === Fragment ? '<> holds' : `<${String(type)}> holds`, why);
}

function watchComponent(element: VNode): void {
  const { type } = element;
  if (typeof type !== 'function' || type === Fragment) return;
  (element as { type: unknown }).type = watched(type);
}

const watchers = new WeakMap<ComponentType, ComponentType>();

/** The same component, which says so where what it returns cannot be drawn. */
function watched(component: ComponentType): ComponentType {
  if (component.prototype && 'render' in component.prototype) return component;
  const known = watchers.get(component);
  if (known) return known;
  const call = component as (this: unknown, ...given: unknown[]) => unknown;
  const watching = function (this: unknown, ...given: unknown[]) {
    const name = `<${component.displayName ?? component.name}>`;
    const result = drawnAtOnce(name, () => call.apply(this, given));
    const why = whyUndrawable(result);
    if (why) throw new UndrawableError(`${name} returns`, why);
    return isForeign(result) ? adopt(result) : result;
  };
  const watcher = Object.assign(watching, component) as ComponentType;
  watchers.set(component, watcher).set(watcher, watcher);
  return watcher;
}

/** `lazy`, and `use` of a promise, throw what they wait for; a card does not wait. */
function drawnAtOnce(name: string, draw: () => unknown): unknown {
  try {
    return draw();
  } catch (error) {
    if (typeof error !== 'object' || error === null || !('then' in error)) throw error;
    throw new UndrawableError(`${name} waits for`, `${whyUndrawable(error)}, or import what it draws`);
  }
}
