import type { Pixels } from './contrast.ts';
import { findingAt, type Layout, type LintFinding } from './finding.ts';

/** Pictures that the browser cannot show: it draws its own sign in their place, or nothing. */
export function brokenImages({ broken = [] }: Layout): LintFinding[] {
  const message = 'is a picture that the browser cannot show';
  return broken.map((place) => findingAt(place, { rule: 'broken-image', severity: 'error', message }));
}

/** Pictures that could not be had, so that the template drew without them. */
export function missingPictures({ missingImages = [] }: Layout): LintFinding[] {
  return missingImages.map(({ prop, reason }) =>
    findingAt(
      { selector: '', text: '' },
      {
        rule: 'missing-picture',
        severity: 'error',
        message: `the picture "${prop}" could not be had: ${reason}`,
      },
    ),
  );
}

/** Neither a word nor anything else is on it: most likely something was not passed on. */
export function emptyCard({ blocks, ground }: Layout): LintFinding[] {
  if (blocks.length > 0 || !isOneColor(ground)) return [];
  const message = 'nothing is on the card but one colour';
  return [findingAt({ selector: '', text: '' }, { rule: 'empty-card', severity: 'error', message })];
}

function isOneColor({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at++) if (data[at] !== data[at - 3]) return false;
  return true;
}
