import type { Declaration } from 'css-tree';
import parse from 'css-tree/parser';
import walk from 'css-tree/walker';

export interface StyleProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** A declaration that only a browser can judge. */
export interface StyleDeclaration {
  readonly line: number;
  readonly name: string;
  readonly value: string;
}

export interface CheckedStyle {
  /** What is no CSS. */
  readonly problems: readonly StyleProblem[];
  readonly declarations: readonly StyleDeclaration[];
}

/** What declarations say in these is of elements; in others it is of fonts, pages or counters. */
const aboutElements = new Set(['media', 'supports', 'layer', 'container', 'scope', 'starting-style']);
/** Other browsers', beside that of ours. */
const ofOthers = /^(?:-moz-|-ms-|-o-|--)/;

/** Reads a stylesheet as strictly as a browser does, which passes over what it does not understand. */
export function checkStyle(css: string): CheckedStyle {
  const problems: StyleProblem[] = [];
  const declarations: StyleDeclaration[] = [];
  const tree = parse(css, {
    positions: true,
    parseValue: false,
    onParseError: ({ line, message }) => problems.push({ line, message }),
  });
  walk(tree, function (node) {
    if (node.type !== 'Declaration' || ofOthers.test(node.property)) return;
    if (this.atrule && !aboutElements.has(this.atrule.name.toLowerCase())) return;
    declarations.push(declarationOf(node, css));
  });
  return { problems, declarations };
}

function declarationOf({ property, value, loc }: Declaration, css: string): StyleDeclaration {
  const from = value.loc?.start.offset ?? 0;
  const text = css.slice(from, value.loc?.end.offset ?? from).trim();
  return { line: loc?.start.line ?? 1, name: property, value: text };
}
