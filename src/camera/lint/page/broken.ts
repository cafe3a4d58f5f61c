import { selectorOf } from './selector.ts';

/**
 * Runs in the page: the elements whose pictures cannot be decoded, in elements of their own and
 * behind others. Each picture is tried once, however many elements show it.
 */
export const brokenPictures = `(async () => {
  const selectorOf = ${selectorOf};
  const behind = (element) =>
    [...getComputedStyle(element).backgroundImage.matchAll(/url\\("((?:[^"\\\\]|\\\\.)*)"\\)/g)].map(([, url]) => url);
  const own = (element) => [
    ...(element instanceof HTMLImageElement && element.getAttribute('src') !== null ? [element.currentSrc || element.src] : []),
    ...(element instanceof SVGImageElement && element.href.baseVal ? [element.href.baseVal] : []),
  ];
  const tried = new Map();
  const isBroken = (source) => {
    if (!tried.has(source)) {
      const image = new Image();
      image.src = source;
      tried.set(source, image.decode().then(() => false, () => true));
    }
    return tried.get(source);
  };
  const found = [];
  for (const element of document.body.querySelectorAll('*')) {
    const sources = [...own(element), ...behind(element)];
    if (!(await Promise.all(sources.map(isBroken))).some(Boolean)) continue;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    found.push({ selector: selectorOf(element), text: element.getAttribute('alt') ?? '', box: { left, top, right, bottom } });
  }
  return found;
})()`;
