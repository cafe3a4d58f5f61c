import { isCut } from '../chromium/fit.ts';

/** A rectangle in CSS pixels of the card. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An element that has words of its own, as it is laid out. */
export interface TextElement {
  readonly selector: string;
  readonly text: string;
  /** One a line, in reading order: the letters with their ascents and descents. */
  readonly lines: readonly Box[];
  /** What every ancestor that hides its overflow leaves to be seen. */
  readonly window: Box;
  /** It ends in an ellipsis of its own or of an ancestor. */
  readonly isCut: boolean;
  readonly fontSize: number;
  readonly fontWeight: number;
  /** As CSS has it: `rgb(…)`, `rgba(…)`, `color(srgb …)`. */
  readonly color: string;
  /** Its own and all of its ancestors', multiplied. */
  readonly opacity: number;
  /** Inside `aria-hidden`: a drawing made of letters. */
  readonly isDecoration: boolean;
  /** Its letters are filled with its background. */
  readonly isClippedToText: boolean;
}

/**
 * Runs in the page: every element with words of its own, and where they came to lie.
 *
 * The boxes of a line are those of the font, taller than most letters; a little of them is
 * taken off above and below, where there is ink in few scripts.
 */
export const survey = `(() => {
  const isCut = ${isCut};
  const selectorOf = (element) => {
    const steps = [];
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const twins = [...(at.parentElement?.children ?? [])].filter((other) => other.localName === at.localName);
      const name = at.id ? '#' + at.id : at.classList[0] ? at.localName + '.' + at.classList[0] : at.localName;
      const alike = twins.filter((other) => other.className === at.className);
      steps.unshift(alike.length > 1 ? name + ':nth-of-type(' + (twins.indexOf(at) + 1) + ')' : name);
    }
    return steps.join(' > ');
  };
  const ownTexts = (element) =>
    [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
  const ancestors = (element) => {
    const list = [];
    for (let at = element; at; at = at.parentElement) list.push(at);
    return list;
  };
  const meet = (one, other) => ({
    left: Math.max(one.left, other.left), top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right), bottom: Math.min(one.bottom, other.bottom),
  });
  const plain = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const everything = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const texts = ownTexts(element);
    if (texts.length === 0 || !element.checkVisibility({ visibilityProperty: true })) return [];
    const style = getComputedStyle(element);
    const above = ancestors(element);
    const hiding = above.filter((at) => at !== document.documentElement && at !== document.body &&
      getComputedStyle(at).overflowX !== 'visible');
    const lines = texts.flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].filter(({ width, height }) => width > 0.5 && height > 0.5).map(plain);
    });
    if (lines.length === 0) return [];
    return [{
      selector: selectorOf(element),
      text: texts.map(({ data }) => data.trim()).join(' ').slice(0, 60),
      lines,
      window: hiding.map((at) => at.getBoundingClientRect()).reduce(meet, everything),
      isCut: above.some(isCut),
      fontSize: parseFloat(style.fontSize),
      fontWeight: Number(style.fontWeight),
      color: style.webkitTextFillColor,
      opacity: above.reduce((product, at) => product * Number(getComputedStyle(at).opacity), 1),
      isDecoration: above.some((at) => at.ariaHidden === 'true'),
      isClippedToText: style.webkitBackgroundClip === 'text' || style.backgroundClip === 'text',
    }];
  });
})()`;

/** Runs in the page: takes the letters away and leaves all that is behind them. */
export const hideLetters = `(() => {
  const style = document.createElement('style');
  style.textContent = '*,*::before,*::after{color:transparent!important;-webkit-text-fill-color:transparent!important;' +
    '-webkit-text-stroke-color:transparent!important;text-shadow:none!important;text-decoration-color:transparent!important;' +
    'text-emphasis-color:transparent!important}';
  document.head.append(style);
  document.documentElement.offsetHeight;
})()`;
