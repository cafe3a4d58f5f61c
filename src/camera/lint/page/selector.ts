/**
 * Runs in the page: a short selector that means one element and no other, as a person would
 * write it. `h1` where there is one, else its class, else the nearest ancestor that tells it
 * apart, else its place among its siblings.
 */
export const selectorOf = `(element) => {
  const means = (selector) => document.querySelectorAll(selector).length === 1;
  const namesOf = (element) => {
    const tag = CSS.escape(element.localName);
    const classes = [...element.classList].map((name) => '.' + CSS.escape(name));
    return [...(element.id ? ['#' + CSS.escape(element.id)] : []), tag, ...classes, tag + classes.join('')];
  };
  const names = namesOf(element);
  const placed = ({ localName, parentElement }) => {
    const alike = [...parentElement.children].filter((other) => other.localName === localName);
    return names.at(-1) + ':nth-of-type(' + (alike.indexOf(element) + 1) + ')';
  };
  const alone = [...names, ...(element.parentElement ? [placed(element)] : [])].find(means);
  if (alone) return alone;
  for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) {
    for (const outer of namesOf(above)) {
      const inner = names.find((name) => means(outer + ' ' + name));
      if (inner) return outer + ' ' + inner;
    }
  }
  if (!element.parentElement) return element.localName;
  return selectorOf(element.parentElement) + ' > ' + placed(element);
}`;
