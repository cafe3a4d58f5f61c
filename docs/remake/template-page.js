import { variants } from '../../dist/src/card/variants.js';
import { code, prose, table } from './markdown.js';
import { functionsOf, membersOf } from './source.js';

export function templatePage() {
  return `# Templates

A template is one file that exports \`defineTemplate({ … })\`. [Your design](../design/index.md) walks through one; this is all there is to say in it.

\`\`\`tsx
/** @jsxImportSource cardstock-og */
import { defineTemplate, text, z } from 'cardstock-og';

export const sentence = defineTemplate({
  props: z.strictObject({ words: text(200, 'The sentence') }),
  render: ({ words }) => <h1>{words}</h1>,
});
\`\`\`

## defineTemplate

\`props\` and \`render\` are enough.

${tableOf(membersOf('src/card/template.ts', 'Template').filter(({ name }) => name !== 'place'))}
## What render is given

The second argument of \`render\` and, but for the size, of \`alt\`.

${tableOf(membersOf('src/card/template.ts', 'RenderContext'))}
## Props

A zod object, or a schema of another library that speaks Standard Schema. These make fields with their limits and words, for the command line, for URLs and for the studio.

${tableOf(functionsOf('src/card/fields.ts').map((field) => ({ ...field, name: `${field.name}${field.parameters}`, type: undefined })))}
## Fonts

An entry of \`fonts\`.

${tableOf(membersOf('src/card/fonts/open-family.ts', 'FontUse').filter(({ name }) => name !== 'folder'))}
## Sizes

| variant | pixels | |
| --- | --- | --- |
${Object.entries(variants).map(sizeRow).join('\n')}

Your own are \`variants: { github: { width: 910, height: 550 } }\`, in the config or in a template.

## In the markup

| | |
| --- | --- |
| \`data-fit="0.4"\` | The element is made as large as its parent holds: from its \`font-size\` down to that share of it, and cut with an ellipsis when even that is too long. Its parent needs a height, as by \`flex: 1 1 0; min-height: 0\`. |
| \`dir="auto"\` | Words of people decide themselves which way they run. |
| \`var(--tall)\` | How much taller than Latin the script of the card is: multiply a \`line-height\` by it, and divide a \`font-size\`. |
| \`rem\` | 16 pixels, unless your stylesheet says otherwise for a size. |
| \`html[data-variant="square"]\` | In CSS: this size alone. |
| \`class\`, \`style\` | As in Preact: \`class\` and \`className\`, \`style\` as text or object. \`tw\` is Tailwind, where the project has it. |
`;
}

function tableOf(members) {
  const typed = members.some(({ type }) => type);
  const rows = members.map(({ name, type, about, byDefault }) => [
    code(name),
    ...(typed ? [code(type)] : []),
    [prose(about), byDefault && `Default: ${prose(byDefault)}.`].filter(Boolean).join(' '),
  ]);
  return table(typed ? ['', 'type', ''] : ['', ''], rows);
}

const forWhom = {
  og: 'Facebook, LinkedIn, Slack, Discord and nearly everyone else',
  x: 'X',
  square: 'Instagram, and whoever crops to a square',
  portrait: 'Pinterest',
  'og@2x': 'the first one, twice as sharp',
};

function sizeRow([name, { width, height, deviceScaleFactor: scale }]) {
  return `| ${code(name)} | ${width * scale} × ${height * scale} | ${forWhom[name] ?? ''} |`;
}
