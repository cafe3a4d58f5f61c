import { policyTag } from '../../card/document.ts';

/**
 * A window keeps its policies when its document is replaced, so a policy in each would be one
 * more for all that follow: the thousandth card of a window took twice as long as the first. It
 * is given to the window once, before its first card, and taken out of the documents.
 */
export const policyDocument = `<!doctype html>${policyTag}`;

/** An empty element stays in its place, for selectors that count. */
export function withoutPolicy(html: string): string {
  return html.replace(policyTag, '<meta>');
}
