import { selectorOf } from './selector.ts';

/** What has a picture on a web page and none on a card, where no script runs and nothing is fetched. */
const selectors = [
  'script:not([type]), script[type=""], script[type=module], script[type$=javascript]',
  'link[rel~=stylesheet]',
  'iframe:not([srcdoc]), frame, object, embed, canvas, audio[controls], video:not([poster])',
].join();

/** Runs in the page: elements that do nothing on a card, by the names of their tags. */
export const inertElements = `(() => {
  const selectorOf = ${selectorOf};
  return [...document.querySelectorAll(${JSON.stringify(selectors)})].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const box = right > left && bottom > top ? { left, top, right, bottom } : undefined;
    return { selector: selectorOf(element), text: '', tag: element.localName, ...(box && { box }) };
  });
})()`;
