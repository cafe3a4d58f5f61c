import { type Options, options, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { adopt, isForeign } from './adopt.ts';
import { elementProps } from './element-props.ts';

/** What Preact calls before it writes an element and renders a component: its public hooks are for creation alone. */
interface RenderOptions extends Options {
  __b?: ((element: VNode) => void) | undefined;
  __r?: ((element: RenderedNode) => void) | undefined;
}

interface RenderedNode extends VNode {
  readonly __c: { readonly context: object; __n?: object };
}

/**
 * The HTML of what a template returns, in whichever dialect of JSX it is written. The hook is
 * there for this one rendering: what else uses Preact in this process is not touched.
 *
 * @param hear Is told the props of every element and component, as they were written.
 * @throws {TypeError} it is nothing that could be rendered.
 */
export function renderMarkup(rendered: unknown, hear: (props: object) => void = () => {}): string {
  const hooks: RenderOptions = options;
  const { __b: before, __r: rendering } = hooks as Required<RenderOptions>;
  hooks.__b = (element) => {
    hear(element.props);
    prepare(element);
    before?.(element);
  };
  hooks.__r = (element) => {
    element.__c.__n ??= element.__c.context; // where `use` of a context looks
    rendering?.(element);
  };
  try {
    return render(adopt(rendered) as VNode);
  } finally {
    hooks.__b = before;
    hooks.__r = rendering;
  }
}

function prepare(element: VNode): void {
  const { type, props } = element;
  if ([props.children].flat().some(isForeign)) element.props = { ...props, children: adopt(props.children) };
  if (typeof type === 'string') element.props = elementProps(element.props) as never;
}
