import type { ControlProps } from './control.ts';

export function DateControl({ value, id, describedBy, isInvalid, onChange }: ControlProps<'date'>) {
  return (
    <input
      id={id}
      type="date"
      value={typeof value === 'string' ? value : ''}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      onInput={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    />
  );
}
