import { type ParsedStyle, parseStyle } from './parse-style.ts';

/** What browsers set in a font of their own choice, wherever it is in the markup. */
const ofBrowsers = /<(?:code|kbd|samp|tt|pre|listing|xmp|textarea|input|select|button|math)\b/i;
const rules: readonly (readonly [tag: RegExp, css: string])[] = [
  [
    /<(?:code|kbd|samp|tt|pre|listing|xmp|textarea)\b/i,
    ":where(code,kbd,samp,tt,pre,listing,xmp,textarea){font-family:'JetBrains Mono',monospace}",
  ],
  [
    /<(?:input|select|button)\b/i,
    ':where(input,select,button),:where(input)::file-selector-button{font-family:Inter,sans-serif}',
  ],
  [/<math\b/i, ':where(math){font-family:math}'],
];
const root = 'html{font-family:Inter,sans-serif}';

/**
 * The families of what nobody gives one. In a layer of its own, below all that a template says
 * and where its `revert-layer` leads back to.
 *
 * @param body Rules are there for what is in it: each takes fonts with it.
 * @param hasRootFont Whether the template gives the whole page a family.
 */
export function baseStyleFor(body: string, hasRootFont: boolean): ParsedStyle {
  const needed = ofBrowsers.test(body) ? rules.filter(([tag]) => tag.test(body)) : [];
  const css = (hasRootFont ? '' : root) + needed.map(([, rule]) => rule).join('');
  return parseStyle(css && `@layer cardstock{${css}}`);
}
