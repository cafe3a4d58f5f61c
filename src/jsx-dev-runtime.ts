import { type ComponentChildren, Fragment, type VNode } from 'preact';
import { jsxDEV as createElement } from 'preact/jsx-runtime';
import { placePictures, type Place } from './card/place-pictures.ts';

export type * from 'preact/jsx-runtime';
export { Fragment };

/**
 * What JSX of a project's templates becomes. It is told where an element stands, so that
 * pictures beside that file are found.
 */
export function jsxDEV(
  type: string,
  props: Record<string, unknown> & { children?: ComponentChildren },
  key?: string,
  isStaticChildren?: boolean,
  source?: Place,
  self?: unknown,
): VNode {
  const placed = typeof type === 'string' ? placePictures(type, props, source) : props;
  return (createElement as (...values: unknown[]) => VNode)(
    type,
    placed,
    key,
    isStaticChildren,
    source,
    self,
  );
}
