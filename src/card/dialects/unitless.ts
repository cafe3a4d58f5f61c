/**
 * What a bare number means as it stands; to all else in a style, React adds `px`. Its own list:
 * https://react.dev/reference/react-dom/components/common#common-props
 */
const unitless = new Set([
  ...['animationIterationCount', 'aspectRatio', 'borderImageOutset', 'borderImageSlice', 'borderImageWidth'],
  ...['boxFlex', 'boxFlexGroup', 'boxOrdinalGroup', 'columnCount', 'columns'],
  ...['flex', 'flexGrow', 'flexNegative', 'flexOrder', 'flexPositive', 'flexShrink'],
  ...['gridArea', 'gridColumn', 'gridColumnEnd', 'gridColumnSpan', 'gridColumnStart'],
  ...['gridRow', 'gridRowEnd', 'gridRowSpan', 'gridRowStart'],
  ...['fontWeight', 'lineClamp', 'lineHeight', 'opacity', 'order', 'orphans', 'scale', 'tabSize', 'widows'],
  ...['zIndex', 'zoom', 'fillOpacity', 'floodOpacity', 'stopOpacity'],
  ...['strokeDasharray', 'strokeDashoffset', 'strokeMiterlimit', 'strokeOpacity', 'strokeWidth'],
]);

/** Also of a prefixed name, and of one that is written as CSS has it. */
export function isUnitless(name: string): boolean {
  if (name.startsWith('--')) return true;
  const camelCase = name.replaceAll(/(?<!^)-([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
  const plain = camelCase.replace(/^-?(?:webkit|moz|ms|o)-?(?=[A-Z])/i, '');
  return unitless.has(plain.charAt(0).toLowerCase() + plain.slice(1));
}
