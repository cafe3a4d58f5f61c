import { sourceOf } from './source-data.ts';
import { styleOf } from './style.ts';
import { attributeName } from './svg-attributes.ts';

type Props = Readonly<Record<string, unknown>>;

/**
 * The props of an HTML or SVG element as they are written into a document, whoever wrote it:
 * React's names and units, `tw` for classes. The same whether `preact/compat` is loaded or not,
 * for its hooks are for every element of a process: so the class comes last, as there.
 */
export function elementProps(props: Props): Props {
  const written: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    if (isLeftOut(name, value)) continue;
    if (name === 'style') written['style'] = styleOf(value);
    else if (name === 'src' || name === 'href') written[name] = sourceOf(value);
    else written[attributeName(name)] = value;
  }
  const classes = [props['className'] ?? props['class'], props['tw']].filter(Boolean).map(String);
  if (classes.length > 0) written['class'] = classes.join(' ');
  return written;
}

/** Nothing on a card is clicked or translated. */
function isLeftOut(name: string, value: unknown): boolean {
  if (name === 'class' || name === 'className' || name === 'tw') return true;
  return /^on[a-z]/i.test(name) || (name === 'translate' && value === 'no');
}
