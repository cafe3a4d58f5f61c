import { type Options, options, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { adopt, isForeign } from './adopt.ts';
import { elementProps } from './element-props.ts';

/** What Preact calls before it writes an element: its public hooks are for creation alone. */
interface RenderOptions extends Options {
  __b?: ((element: VNode) => void) | undefined;
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
  const before = hooks.__b;
  hooks.__b = (element) => {
    hear(element.props);
    prepare(element);
    before?.(element);
  };
  try {
    return render(adopt(rendered) as VNode);
  } finally {
    hooks.__b = before;
  }
}

function prepare(element: VNode): void {
  const { type, props } = element;
  if ([props.children].flat().some(isForeign)) element.props = { ...props, children: adopt(props.children) };
  if (typeof type === 'string') element.props = elementProps(element.props) as never;
}
