import type { ControlProps } from './control.ts';

export function BooleanControl({ field, value, id, describedBy, onChange }: ControlProps<'boolean'>) {
  const isOn = (value ?? field.default) === true;
  return (
    <input
      id={id}
      class="switch"
      type="checkbox"
      role="switch"
      checked={isOn}
      aria-describedby={describedBy}
      onChange={({ currentTarget: { checked } }) => onChange(checked === field.default ? undefined : checked)}
    />
  );
}
