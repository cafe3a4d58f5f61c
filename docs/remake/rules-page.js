import { adviceFor } from '../../dist/src/site/doctor/rules/advice.js';
import { ruleNames } from '../../dist/src/site/doctor/rules/rule-names.js';
import { code, prose, table } from './markdown.js';
import { filesBelow, functionsOf, parseSource } from './source.js';

/** What the lint of cards finds, each rule with what its function says of itself. */
export function lintPage() {
  const functions = filesBelow('src/camera/lint').flatMap((path) =>
    functionsOf(path).map((one) => ({ ...one, file: parseSource(path).text })),
  );
  const rows = lintRules().map((rule) => {
    const name = rule.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
    const made = functions.find((one) => one.name === name || one.name === `${name}s`);
    if (!made?.about) throw new Error(`The lint rule ${rule} has no function ${name} with a docstring`);
    return [code(rule), severitiesIn(made.file, rule), prose(made.about)];
  });
  return `# What the lint finds

\`\`\`bash
npx cardstock-og lint plain --example short          # in every size; without --example, all examples
npx cardstock-og lint plain --example short --info   # and what is no fault
\`\`\`

It lays each card out in the browser, takes it once with its letters and once without, and looks: so text is held against what is really behind it, and an edge is where the last pixel of a letter is. The [studio](../studio.md) outlines the same findings on the picture. An \`error\` is where some reader loses words, a \`warning\` where some reader strains, an \`info\` is no fault. With errors it exits with 1.

${table(['rule', 'says', 'what it finds'], rows)}`;
}

function lintRules() {
  const { text } = parseSource('src/camera/lint/finding.ts');
  const [, union] = /export type LintRule =([^;]+);/.exec(text);
  return [...union.matchAll(/'([\w-]+)'/g)].map(([, rule]) => rule);
}

function severitiesIn(text, rule) {
  const places = text
    .split(/^(?=export function|function)/m)
    .filter((part) => part.includes(`rule: '${rule}'`));
  const said = ['error', 'warning', 'info'].filter((word) =>
    places.some((part) => part.includes(`'${word}'`)),
  );
  return said.join(', ');
}

/** What doctor finds, how much it minds, and what to do. */
export function doctorPage() {
  const source = filesBelow('src/site/doctor')
    .map((path) => parseSource(path).text)
    .join('\n');
  const rows = Object.entries(ruleNames).map(([rule, about]) => {
    const says = ['error', 'warning', 'info'].filter((word) =>
      new RegExp(String.raw`${word}\(\s*'${rule}'`).test(source),
    );
    return [
      code(rule),
      says.join(', ') || 'by platform',
      prose(capital(about)) + '.',
      prose(adviceFor({ rule, fixable: false })),
    ];
  });
  return `# What doctor finds

\`\`\`bash
npx cardstock-og build public --site https://example.com
npx cardstock-og doctor public --site https://example.com
\`\`\`

It reads pages as the crawlers of fourteen platforms do, each with its own limits, and says what they would miss. The address of a live page does as well. Most of it \`cardstock-og build\` puts in by itself: then the advice says so.

${table(['rule', 'says', 'what has happened', 'what to do'], rows)}`;
}

function capital(text) {
  return /^[\w-]+\.\w/.test(text) ? text : `${text[0].toUpperCase()}${text.slice(1)}`;
}
