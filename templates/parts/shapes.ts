/**
 * The shapes of a card, each with what CSS asks for it: `wide` is every card, `widest` those of
 * 2:1, `upright` what is as high as wide or higher, `tall` what is clearly higher. Of two that
 * hold the later one counts.
 */
const shapes = {
  wide: undefined,
  widest: '(min-aspect-ratio: 2/1)',
  upright: '(max-aspect-ratio: 1/1)',
  tall: '(max-aspect-ratio: 4/5)',
} as const;

type Shape = keyof typeof shapes;
type Values = Partial<Record<Shape, string | number>>;

/**
 * The measures of a design that depend on the shape of the card, as custom properties of its
 * root: `byShape({ headline: { wide: '6rem', upright: '8rem' } })` is `--headline`.
 */
export function byShape(measures: Readonly<Record<string, Values>>, root = 'main'): string {
  return (Object.keys(shapes) as Shape[]).map((shape) => rule(shape, measures, root)).join('\n');
}

function rule(shape: Shape, measures: Readonly<Record<string, Values>>, root: string): string {
  const values = Object.entries(measures).flatMap(([name, { [shape]: value }]) =>
    value === undefined ? [] : [`--${name}: ${value};`],
  );
  if (values.length === 0) return '';
  const block = `${root} { ${values.join(' ')} }`;
  const condition = shapes[shape];
  return condition ? `@media ${condition} { ${block} }` : block;
}
