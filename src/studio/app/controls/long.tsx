import type { ControlProps } from './control.ts';

/** Text of several lines; it grows with them. */
export function LongControl({ value, id, describedBy, isInvalid, onChange }: ControlProps<'long'>) {
  return (
    <textarea
      id={id}
      rows={3}
      spellcheck={false}
      value={typeof value === 'string' ? value : ''}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      onInput={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    />
  );
}
