import { checkStyle, type StyleDeclaration } from '../../card/styles/check-style.ts';
import { findingAt, type Layout, type LintFinding, shorten } from './finding.ts';

/** A longer list is mostly one mistake. */
const most = 5;

/** Runs in the page: which of these it does not understand, and so passes over. */
export function misunderstood(declarations: readonly StyleDeclaration[]): string {
  return `${JSON.stringify(declarations)}.filter(({ name, value }) => !CSS.supports(name, value))`;
}

/** What of its stylesheet the browser passes over, for it is no CSS or none that it knows. */
export function cssErrors({ css = '', misunderstood = [], document }: Layout): LintFinding[] {
  const broken = checkStyle(css).problems.slice(0, most);
  return [
    ...unstyled(document.html),
    ...broken.map(({ line, message }) =>
      findingAt(nowhere, {
        rule: 'css-error',
        severity: 'error',
        message: `line ${line} of its css is no CSS: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      }),
    ),
    ...misunderstood.slice(0, most).map(({ line, name, value }) =>
      findingAt(nowhere, {
        rule: 'css-error',
        severity: 'warning',
        message: `line ${line} of its css means nothing to the browser: ${shorten(`${name}: ${value}`)}`,
      }),
    ),
  ];
}

/** Classes of Tailwind without Tailwind, and of a library that keeps its styles to itself: all of them are bare. */
function unstyled(html: string): LintFinding[] {
  const [, css = '', body = ''] = /^(.*?<body)(.*)$/s.exec(html) ?? [];
  const classes = new Set(
    Array.from(body.matchAll(/<[^>]*\sclass="([^"]+)"/g), ([, list]) => list!.split(/\s+/)).flat(),
  );
  const all = css + Array.from(body.matchAll(/<style[^>]*>(.*?)<\/style>/gs), ([, text]) => text).join('');
  const names = [...classes].filter(Boolean);
  if (names.length === 0 || names.some((name) => all.includes(`.${name}`) || /\[class/.test(all))) return [];
  const message = `no stylesheet has a rule for any of its classes (${shorten(names.join(' '))}): those of Tailwind need tailwind: true in the config, those of a library its styles in "css" or in a <style>`;
  return [findingAt(nowhere, { rule: 'css-error', severity: 'warning', message })];
}

const nowhere = { selector: '', text: '' };
