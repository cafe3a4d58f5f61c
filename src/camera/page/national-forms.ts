import { nationAttribute } from '../../card/words/mark-nations.ts';

/**
 * Runs in the page: puts the Han characters of a nation before the families of the elements that
 * are in its language. Only here it is known which these are, however they came by them.
 */
export const useNationalForms = `() => {
  for (const root of document.querySelectorAll('[${nationAttribute}]')) {
    const nation = root.getAttribute('${nationAttribute}');
    for (const element of [root, ...root.querySelectorAll('*')]) {
      if (element.closest('[${nationAttribute}]') !== root) continue;
      const now = getComputedStyle(element).fontFamily;
      const own = now.replace(/^Cardstock-Han-[\\w-]+, /, '');
      const wanted = nation ? nation + ', ' + own : own;
      if (wanted !== now) element.style.setProperty('font-family', wanted, 'important');
    }
  }
}`;
