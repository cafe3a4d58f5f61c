import { isCut } from '../../page/ellipsis.ts';

/**
 * Runs in the page: every box around an element that hides what reaches out of it, by the chain
 * of containing blocks: what is placed absolutely is not held by the boxes it escapes. The page
 * itself hides what is beyond the card, which is another matter.
 */
export const windowsOf = `(element) => {
  const isCut = ${isCut};
  const none = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
  const windows = [];
  for (let at = element; at && at !== document.body && at !== document.documentElement; ) {
    const style = getComputedStyle(at);
    const isContained = /paint|content|strict/.test(style.contain);
    const [hidesX, hidesY] = [style.overflowX, style.overflowY].map((value) => isContained || value !== 'visible');
    const canHide = style.display !== 'contents' && (style.display !== 'inline' || at.localName === 'svg');
    if (canHide && (hidesX || hidesY)) {
      const rect = at.getBoundingClientRect();
      const scale = at.offsetWidth > 0 ? rect.width / at.offsetWidth : 1;
      const spare = style.overflowX === 'clip' ? parseFloat(style.overflowClipMargin) || 0 : 0;
      const left = rect.left + (at.clientLeft - spare) * scale;
      const top = rect.top + (at.clientTop - spare) * scale;
      const box = {
        left: hidesX ? left : none.left,
        top: hidesY ? top : none.top,
        right: hidesX ? left + (at.clientWidth + 2 * spare) * scale : none.right,
        bottom: hidesY ? top + (at.clientHeight + 2 * spare) * scale : none.bottom,
      };
      windows.push({ element: at, box, end: style.maskImage !== 'none' ? 'fade' : isCut(at) ? 'ellipsis' : 'none' });
    }
    const isPlaced = style.position === 'absolute' || style.position === 'fixed';
    at = isPlaced && at instanceof HTMLElement ? at.offsetParent : at.parentElement;
  }
  return windows;
}`;
