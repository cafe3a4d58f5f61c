import { contrastOf, wholeColor } from './contrast.ts';
import type { ControlProps } from './control.ts';
import { placeholderOf } from './text.tsx';

/** The least for text, and for large text and shapes, as WCAG 2.2 has it. */
const leastForText = 4.5;
const leastForShapes = 3;

/** A colour by picker or by its digits, and how it stands out from white and from black. */
export function ColorControl({ field, value, id, describedBy, isInvalid, onChange }: ControlProps<'color'>) {
  const text = typeof value === 'string' ? value : '';
  const color = text || placeholderOf(field.default);
  return (
    <div class="color">
      <input
        type="color"
        value={wholeColor(color) ?? '#000000'}
        aria-label={`${field.name}, picker`}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <input
        id={id}
        type="text"
        spellcheck={false}
        autocomplete="off"
        value={text}
        placeholder={placeholderOf(field.default)}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        onInput={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      />
      <Contrast color={color} ground="#ffffff" name="white" />
      <Contrast color={color} ground="#000000" name="black" />
    </div>
  );
}

function Contrast({ color, ground, name }: { color: string; ground: string; name: string }) {
  const ratio = contrastOf(color, ground);
  if (ratio === undefined) return null;
  const fitness =
    ratio >= leastForText ? 'fit for text' : ratio >= leastForShapes ? 'for large text' : 'too pale';
  const shown = (Math.floor(ratio * 10) / 10).toFixed(1);
  return (
    <span class="contrast" title={`${shown}:1 on ${name}, ${fitness}`}>
      <span class={`sample on-${name}`} aria-hidden="true">
        <i style={{ background: color }} />
      </span>
      <span class={ratio < leastForShapes ? 'is-low' : ''}>
        {shown}
        <span class="unseen">
          {' '}
          to 1 on {name}, {fitness}
        </span>
      </span>
    </span>
  );
}
