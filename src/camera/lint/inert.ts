import { findingAt, type Layout, type LintFinding } from './finding.ts';

const hints: Readonly<Record<string, string>> = {
  script: 'a card runs no scripts: compute in "render" or "prepare"',
  link: 'a card loads no stylesheets: import the file in the template, or write it into "css"',
  canvas: 'a card runs no scripts that could paint it: draw with SVG or CSS',
};
const otherwise = 'a card shows no other documents and no films: give a picture of it';

/** Elements that do something on a web page and nothing on a card. */
export function inertElements({ inert = [] }: Layout): LintFinding[] {
  return inert.map(({ tag, ...place }) =>
    findingAt(place, {
      rule: 'inert-element',
      severity: 'warning',
      message: `<${tag}> does nothing: ${hints[tag] ?? otherwise}`,
    }),
  );
}
