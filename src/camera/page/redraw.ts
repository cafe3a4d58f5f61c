import { loading, stateful } from './stateful.ts';

/**
 * Runs in the page: makes the document what another one's markup says, where both have the same
 * elements in the same places and differ in words, and in attributes that neither have a memory
 * nor are looked at by selectors. Says whether it did; else the document may be anything, and is
 * to be set anew.
 *
 * What was changed by us after the markup was read is changed back, for it is compared as well.
 */
export const redraw = `(html) => {
  const isFree = (element, name, value = '') =>
    name === 'title' || name === 'datetime' || name === 'aria-label' || name === 'data-broken' ||
    (name === 'style' && !${String(stateful)}.test(value) && !${String(loading)}.test(value)) ||
    (name === 'alt' && element.naturalWidth > 0); // else it is drawn in place of the picture
  const changes = [];
  const compareAttributes = (now, wanted) => {
    for (const { name, value } of wanted.attributes) {
      if (now.getAttribute(name) === value) continue;
      if (!isFree(now, name, value)) return false;
      changes.push(() => now.setAttribute(name, value));
    }
    for (const { name } of now.attributes) {
      if (wanted.hasAttribute(name)) continue;
      if (!isFree(now, name)) return false;
      changes.push(() => now.removeAttribute(name));
    }
    return true;
  };
  const compare = (now, wanted) => {
    if (now.nodeType !== wanted.nodeType || now.nodeName !== wanted.nodeName) return false;
    if (now.nodeType !== Node.ELEMENT_NODE) {
      if (now.data !== wanted.data) changes.push(() => (now.data = wanted.data));
      return true;
    }
    if (!(now instanceof HTMLElement)) return now.isEqualNode(wanted);
    return compareAttributes(now, wanted) && compareChildren(now, wanted);
  };
  const compareChildren = (now, wanted) => {
    let [one, other] = [now.firstChild, wanted.firstChild];
    for (; one && other; [one, other] = [one.nextSibling, other.nextSibling]) {
      if (!compare(one, other)) return false;
    }
    return !one && !other;
  };
  const next = new DOMParser().parseFromString(html, 'text/html');
  const [now, wanted] = [document.documentElement, next.documentElement];
  const isAlike =
    now.childNodes.length === 2 &&
    wanted.childNodes.length === 2 &&
    compareAttributes(now, wanted) &&
    compare(document.body, next.body);
  if (!isAlike) return false;
  for (const change of changes) change();
  return document.body.isEqualNode(next.body);
}`;
