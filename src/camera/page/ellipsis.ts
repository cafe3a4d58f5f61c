/**
 * Runs in the page: whether an ellipsis stands on an element in place of words.
 *
 * Chromium calls a clamped box `flow-root` and leaves a clamp without effect on any other. The
 * letters of a line reach farther than the line, by a quarter of their size at most: what is
 * more than half of it is another line. Widths are compared in fractions of a pixel, for
 * `scrollWidth` has none and a text that is too wide by a tenth of a pixel is cut as well; layout itself rounds to 1/64.
 */
export const isCut = `(element) => {
  const style = getComputedStyle(element);
  if (style.webkitLineClamp !== 'none' && style.display === 'flow-root') {
    return element.scrollHeight - element.clientHeight > parseFloat(style.fontSize) / 2;
  }
  if (style.textOverflow === 'clip' || style.overflowX === 'visible') return false;
  if (element.scrollWidth > element.clientWidth) return true;
  const range = document.createRange();
  range.selectNodeContents(element);
  const edges = ['paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderRightWidth'];
  const taken = edges.reduce((sum, edge) => sum + parseFloat(style[edge]), 0);
  return range.getBoundingClientRect().width > element.getBoundingClientRect().width - taken + 1 / 16;
}`;
