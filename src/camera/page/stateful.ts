/**
 * Styles that remember what was before: what moves or scrolls, and sizes and places that are
 * taken over from the last layout. Beside them what words may turn on and off, and features that
 * browsers keep up to date by newer code than the rest.
 */
const memories = [
  'animat|transition|keyframes|starting-style|will-change|view-timeline', // what moves
  'scroll|snap|overflow[^;}]*(?:auto|overlay)|sticky|resize|(?<!text-)anchor|position-(?:try|area)', // what is moved
  'contain\\s*:|contain-intrinsic|container|content-visibility|interpolate|\\dcq', // what was measured
  'counter|first-l(?:etter|ine)|initial-letter|text-combine|text-fit|zoom', // words that count, or are taken apart
  '(?<![\\w-])columns?(?:-count|-width|-span)?\\s*:', // columns of text, not those of a grid
  'perspective|preserve-3d|backface|backdrop|translate(?:Z|3d)|matrix3d|rotate[XY3]|scale(?:Z|3d)', // layers
  '@import|@font-face|paint\\(|element\\(|[\\s:(,]if\\(|sibling-(?:index|count)|random',
  '\\\\(?:[g-z]|0{0,4}[4-7][\\da-f](?![\\da-f]))', // letters spelt so that none of these would be found
];

/** Found in a stylesheet or a `style` that may remember something; and now and then in one that does not. */
export const stateful = new RegExp(memories.join('|'), 'i');

/** Found in a `style` that asks for a picture, which would have to be waited for. */
export const loading = /url\(|image|src\(|content/i;
