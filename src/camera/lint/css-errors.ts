import { checkStyle, type StyleDeclaration } from '../../card/styles/check-style.ts';
import { findingAt, type Layout, type LintFinding, shorten } from './finding.ts';

/** A longer list is mostly one mistake. */
const most = 5;

/** Runs in the page: which of these it does not understand, and so passes over. */
export function misunderstood(declarations: readonly StyleDeclaration[]): string {
  return `${JSON.stringify(declarations)}.filter(({ name, value }) => !CSS.supports(name, value))`;
}

/** What of its stylesheet the browser passes over, for it is no CSS or none that it knows. */
export function cssErrors({ css = '', misunderstood = [] }: Layout): LintFinding[] {
  const broken = checkStyle(css).problems.slice(0, most);
  return [
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

const nowhere = { selector: '', text: '' };
