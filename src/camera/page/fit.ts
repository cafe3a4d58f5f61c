/**
 * Runs in the page: hides the lines of a text that begin below a height. A clamp puts its
 * ellipsis before them and paints them all the same; their accents would show under the last line.
 */
const hideFrom = `(text, height) => {
  const edge = text.getBoundingClientRect().top + parseFloat(getComputedStyle(text).paddingTop) + height;
  const range = document.createRange();
  const isBelow = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { top, bottom } = range.getBoundingClientRect();
    return (top + bottom) / 2 > edge;
  };
  const words = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const node = words.currentNode;
    let [above, below] = [-1, node.length];
    while (below - above > 1) {
      const at = (above + below) >> 1;
      if (isBelow(node, at)) below = at;
      else above = at;
    }
    if (below === node.length) continue;
    range.setStart(node, below);
    range.setEndAfter(text.lastChild);
    const hidden = document.createElement('span');
    hidden.style.visibility = 'hidden';
    hidden.append(range.extractContents());
    text.append(hidden);
    return;
  }
}`;

/** How much larger a text must become for a word to be broken. */
const worthBreaking = 1.4;

/**
 * Runs in the page, on an element with `data-fit="<share>"`: makes its text as large as its
 * parent can hold, from the size the stylesheet gives it down to that share of it. Words stay
 * whole as long as they can; where they may be broken (card/words) they are where that makes
 * all of the text much larger. What is too long for the smallest size is cut after the last line
 * that fits, with an ellipsis.
 *
 * A few layouts of a few tenths of a millisecond; one where the largest size fits. Says which
 * of the three it came to: `whole`, `fitted` or `clamped`.
 */
export const fit = `(text) => {
  const box = text.parentElement;
  const { paddingTop, paddingBottom } = getComputedStyle(box);
  const room = () => box.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
  const largest = parseFloat(getComputedStyle(text).fontSize);
  const smallest = largest * Number(text.dataset.fit);
  const holds = () => text.offsetHeight <= room() && text.scrollWidth <= text.clientWidth;
  const tried = [];
  text.cardstockFit = { largest, smallest, tried }; // for whoever has the card explained
  const fitsAt = (size) => {
    text.style.fontSize = size + 'px';
    const fits = holds();
    tried.push({ size, fits });
    return fits;
  };
  const largestFit = () => {
    if (fitsAt(largest)) return largest;
    if (!fitsAt(smallest)) return 0;
    let [fitting, tooLarge] = [smallest, largest];
    while (tooLarge - fitting > 0.5) {
      const size = (fitting + tooLarge) / 2;
      if (fitsAt(size)) fitting = size;
      else tooLarge = size;
    }
    return fitting;
  };
  const setAt = (size) => {
    fitsAt(size);
    return size === largest ? 'whole' : 'fitted';
  };
  text.style.overflowWrap = 'normal';
  const whole = largestFit();
  if (whole < largest && (text.querySelector('.joint') || text.textContent.includes('\u00ad'))) {
    text.dataset.broken = '';
    const broken = largestFit();
    if (broken > whole * ${worthBreaking}) return setAt(broken);
    if (whole) delete text.dataset.broken;
  }
  if (whole) return setAt(whole);
  text.style.overflowWrap = 'anywhere';
  const anywhere = largestFit();
  if (anywhere) return setAt(anywhere);
  const lineHeight = parseFloat(getComputedStyle(text).lineHeight);
  const lines = Math.max(1, Math.floor(room() / lineHeight));
  Object.assign(text.style, {
    display: '-webkit-box',
    webkitBoxOrient: 'vertical',
    webkitLineClamp: String(lines),
    overflow: 'hidden',
    paddingBlock: '0.3em', // a line is lower than its letters are tall
    marginBlock: '-0.3em',
  });
  if (getComputedStyle(text).webkitLineClamp !== 'none') (${hideFrom})(text, lines * lineHeight);
  return 'clamped';
}`;
