import type { ControlProps } from './control.ts';

/** One line of text. */
export function TextControl({ field, value, id, describedBy, isInvalid, onChange }: ControlProps<'text'>) {
  return (
    <input
      id={id}
      type="text"
      autocomplete="off"
      spellcheck={false}
      value={typeof value === 'string' ? value : ''}
      placeholder={placeholderOf(field.default)}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      onInput={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    />
  );
}

export function placeholderOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
