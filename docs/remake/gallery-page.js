import { describeProps } from '../../dist/src/card/props.js';
import { jsonSchemaOf } from '../../dist/src/card/props/json-schema.js';
import { templates } from '../../dist/templates/index.js';
import { code, prose, table } from './markdown.js';

/** The designs that ship: what they are for, how they look, what they take. */
export function galleryPage() {
  return `# The gallery

Ten designs ship. Each comes in light and dark, in five sizes and in any brand colour, takes any script, and says in its alt text all that is on it. \`npx cardstock-og start\` shows them all with your words, and \`npx cardstock-og eject article\` copies one into your project, to change it.

${templates.map(sectionOf).join('\n')}`;
}

function sectionOf({ name, description, props }) {
  const { required = [] } = jsonSchemaOf(props);
  const rows = Object.entries(describeProps(props)).map(([prop, described]) => [
    code(prop),
    required.includes(prop) ? 'needed' : defaultOf(described),
    prose(described.description ?? ''),
  ]);
  return `## ${name}

${description}

![A card of the template ${name}](images/small/${name}.webp)

${table(['prop', '', ''], rows)}`;
}

function defaultOf({ default: value }) {
  const isTold = ['string', 'number', 'boolean'].includes(typeof value);
  return isTold ? code(String(value)) : '';
}
