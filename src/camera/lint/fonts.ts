import { findingAt, type Layout, type LintFinding } from './finding.ts';

/** Families that are not there, each once, at the first words that would be set in it. */
export function fonts({ document, blocks }: Layout): LintFinding[] {
  const runs = blocks.flatMap((block) => block.runs);
  return document.missingFonts.map(({ family, standIn }) => {
    const run = runs.find(({ fontFamily }) => fontFamily.toLowerCase().includes(family.toLowerCase()));
    const message = `the font "${family}" is not among those of the template; words are set in ${standIn}`;
    const place = run ?? { selector: '', text: '' };
    return findingAt(place, { rule: 'font', severity: run ? 'warning' : 'info', message });
  });
}
