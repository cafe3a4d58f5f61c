/** Runs in the page: the lines of a text node, and the words in them. */
const wordsByLine = `(node) => {
  const range = document.createRange();
  const lines = [];
  for (let at = 0; at < node.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (right === left) {
      if (line) line.words += node.data[at]; // an accent is as wide as nothing, and tall
    } else if (line && Math.abs(line.box.top - top) < (bottom - top) / 2) {
      line.words += node.data[at];
      line.box.left = Math.min(line.box.left, left);
      line.box.right = Math.max(line.box.right, right);
    } else {
      lines.push({ words: node.data[at], box: { left, top, right, bottom } });
    }
  }
  return lines.filter(({ words }) => words.trim() !== '');
}`;

/**
 * Runs in the page: how far words reach above and below their baseline, in their font size, and
 * how far their font does. A canvas tells the first in whole pixels, so it is given large ones.
 */
const extentOf = `(words, style) => {
  const spell = { uppercase: 'toUpperCase', lowercase: 'toLowerCase' }[style.textTransform] ?? 'toString';
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  const measure = (size) => {
    pen.font = [style.fontStyle, style.fontWeight, size + 'px', style.fontFamily].join(' ');
    return pen.measureText(words.trim()[spell]());
  };
  const size = parseFloat(style.fontSize);
  const [font, letters] = [measure(size), measure(size * 8)];
  return {
    ascent: Math.round(font.fontBoundingBoxAscent),
    descent: Math.round(font.fontBoundingBoxDescent),
    above: letters.actualBoundingBoxAscent / 8,
    below: letters.actualBoundingBoxDescent / 8,
  };
}`;

/**
 * Runs in the page: the lines of a text node, each with the box of its font, as the browser
 * tells it, and the box of its ink, which is lower: the letters are measured on a canvas, and
 * the box of a font is known to begin at its ascent. Text that is turned keeps the first box.
 */
export const linesOf = `(node, style, isTurned) =>
  (${wordsByLine})(node).map(({ words, box }) => {
    const { ascent, descent, above, below } = (${extentOf})(words, style);
    if (isTurned || ascent + descent === 0) return { box, ink: box, scale: 1 };
    const scale = (box.bottom - box.top) / (ascent + descent);
    const baseline = box.top + ascent * scale;
    return { box, ink: { ...box, top: baseline - above * scale, bottom: baseline + below * scale }, scale };
  })`;
