import type { Field } from '../../fields/field.ts';
import type { Props, StudioCard, TemplateEntry } from '../../protocol.ts';

/** A card that its design may not like. */
export interface StressCard {
  readonly name: string;
  readonly card: StudioCard;
}

const sentence =
  'The quiet ferry crosses the narrow strait before anybody on the island is awake, and the baker is the first to hear it. ';
const cases: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'one letter', text: 'A' },
  { name: '300 letters', text: sentence.repeat(3).slice(0, 300).trim() },
  {
    name: 'a word of 80 letters',
    text: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  },
  { name: 'Arabic', text: 'القطار الأخير إلى المدينة القديمة يغادر قبل منتصف الليل' },
  { name: 'Japanese', text: '雨の日の図書館で、古い地図をひらいて旅の計画を立てる' },
  { name: 'emoji', text: 'Fresh bread 🥐 and a family 👨‍👩‍👧‍👦 by the sea 🌊' },
];

/**
 * The card with words that are short, long and foreign in each of its texts, as far as there is
 * room for them, and with nothing but what it needs.
 */
export function stressCards(entry: TemplateEntry, card: StudioCard): StressCard[] {
  const words = cases.map(({ name, text }) => ({
    name,
    card: { ...card, props: filled(entry.fields, card.props, text) },
  }));
  const needed = entry.fields
    .filter(({ isRequired }) => isRequired)
    .map(({ name }) => [name, card.props[name]]);
  return [
    ...words,
    { name: 'no optional props', card: { ...card, props: Object.fromEntries(needed) as Props } },
  ];
}

function filled(fields: readonly Field[], props: Props, text: string): Props {
  const changes = fields.flatMap((field) => {
    const value = props[field.name];
    const isAsked = value !== undefined || field.isRequired;
    return isAsked ? [[field.name, filledValue(field, value, text)] as const] : [];
  });
  return { ...props, ...Object.fromEntries(changes) };
}

function filledValue(field: Field, value: unknown, text: string): unknown {
  if (field.kind === 'text' || field.kind === 'long') return cut(text, field.maxLength);
  if (field.kind === 'object') return filled(field.fields, (value ?? {}) as Props, text);
  if (field.kind !== 'list' || !Array.isArray(value)) return value;
  return value.map((entry) => filledValue(field.item, entry, text));
}

/** Between whole characters: half an emoji is no text. */
function cut(text: string, maxLength = Infinity): string {
  if (text.length <= maxLength) return text;
  const whole = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let room = maxLength;
  return whole
    .filter((segment) => (room -= segment.length) >= 0)
    .join('')
    .trim();
}
