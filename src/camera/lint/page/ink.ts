/**
 * Runs in the page: takes every letter away and leaves all that is behind it. Only letters: the
 * colour of an element is also that of its borders and marks. The first layer of a page is the
 * one whose `!important` nobody overrules. First lines inherit all of it; a rule for them would
 * end the balancing of lines, which would lie elsewhere.
 */
export const hideLetters = `() => {
  const style = document.createElement('style');
  style.textContent = '@layer cardstock-lint{' +
    '*,*::before,*::after,*::marker{-webkit-text-fill-color:transparent!important;' +
    '-webkit-text-stroke-color:transparent!important;text-shadow:none!important;' +
    'text-decoration-color:transparent!important;text-emphasis-color:transparent!important}' +
    'text,text *{fill:transparent!important;stroke:transparent!important}}';
  document.head.prepend(style);
  return style;
}`;

/**
 * Runs in the page: lays the colour of each text over the whole of its lines, by highlights. So
 * they go through all that the text itself goes through, opacities, filters and blending, and
 * what can be seen of them is the colour that its letters have in the picture.
 */
export const showInk = `(texts, style) => {
  const highlights = new Map();
  for (const { node, color } of texts) {
    const highlight = highlights.get(color) ?? new Highlight();
    highlights.set(color, highlight);
    const ends = { startContainer: node, startOffset: 0, endContainer: node, endOffset: node.length };
    highlight.add(new StaticRange(ends));
  }
  const rules = [...highlights].map(([color, highlight], index) => {
    CSS.highlights.set('cardstock-ink-' + index, highlight);
    return '::highlight(cardstock-ink-' + index + '){background-color:' + color +
      '!important;color:transparent!important;text-decoration:none!important;text-shadow:none!important}';
  });
  style.textContent += '@layer cardstock-lint{' + rules.join('') + '}';
}`;

/** Runs in the page: takes the colours away again. */
export const hideInk = `(() => {
  for (const name of [...CSS.highlights.keys()]) {
    if (name.startsWith('cardstock-ink-')) CSS.highlights.delete(name);
  }
})()`;
