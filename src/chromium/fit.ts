/**
 * Runs in the page, on an element with `data-fit="<share>"`: makes its text as large as its
 * parent can hold, from the size the stylesheet gives it down to that share of it. Words stay
 * whole as long as they can. What is too long for the smallest size is cut after the last
 * line that fits, with an ellipsis.
 *
 * A few layouts of a few tenths of a millisecond; one where the largest size fits. Says which
 * of the three it came to.
 */
export const fit = `(text) => {
  const box = text.parentElement;
  const { paddingTop, paddingBottom } = getComputedStyle(box);
  const room = () => box.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
  const largest = parseFloat(getComputedStyle(text).fontSize);
  const smallest = largest * Number(text.dataset.fit);
  const holds = () => text.offsetHeight <= room() && text.scrollWidth <= text.clientWidth;
  const fitsAt = (size) => {
    text.style.fontSize = size + 'px';
    return holds();
  };
  const search = () => {
    if (fitsAt(largest)) return true;
    if (!fitsAt(smallest)) return false;
    let [fitting, tooLarge] = [smallest, largest];
    while (tooLarge - fitting > 0.5) {
      const size = (fitting + tooLarge) / 2;
      if (fitsAt(size)) fitting = size;
      else tooLarge = size;
    }
    return fitsAt(fitting);
  };
  const size = () => (parseFloat(text.style.fontSize) < largest ? 'fitted' : 'whole');
  text.style.overflowWrap = 'normal';
  if (search()) return size();
  text.style.overflowWrap = 'anywhere';
  if (search()) return size();
  const lineHeight = parseFloat(getComputedStyle(text).lineHeight);
  const lines = Math.max(1, Math.floor(room() / lineHeight));
  Object.assign(text.style, {
    display: '-webkit-box',
    webkitBoxOrient: 'vertical',
    webkitLineClamp: String(lines),
    overflow: 'hidden',
    paddingBlock: '0.08em', // a line is lower than its letters are tall
    marginBlock: '-0.08em',
  });
  return 'clamped';
}`;

/** Runs in the page: whether an element shows an ellipsis in place of words. */
export const isCut = `(element) => {
  const { textOverflow, webkitLineClamp, overflowX } = getComputedStyle(element);
  if (webkitLineClamp !== 'none') return element.scrollHeight > element.clientHeight + 1;
  return textOverflow === 'ellipsis' && overflowX !== 'visible' && element.scrollWidth > element.clientWidth;
}`;
