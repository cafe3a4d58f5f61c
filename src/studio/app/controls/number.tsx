import { Button } from '../ui/button.tsx';
import type { ControlProps } from './control.ts';
import { placeholderOf } from './text.tsx';

/** A slider with more steps than pixels moves nothing. */
const maxSliderSteps = 400;

/** A number: typed, stepped, or slid where both ends are known. */
export function NumberControl({
  field,
  value,
  id,
  describedBy,
  isInvalid,
  onChange,
}: ControlProps<'number'>) {
  const { min, max, step } = field;
  const stepBy = step === 'any' ? 1 : step;
  const now =
    typeof value === 'number' ? value : typeof field.default === 'number' ? field.default : (min ?? 0);
  const to = (next: number) => onChange(Math.min(max ?? next, Math.max(min ?? next, rounded(next))));
  const isShort = min !== undefined && max !== undefined && (max - min) / stepBy <= maxSliderSteps;
  const limits = { min, max, step };
  return (
    <div class="number">
      <Button label="Less" icon="minus" kind="plain" onPress={() => to(now - stepBy)} />
      <input
        id={id}
        type="number"
        {...limits}
        value={typeof value === 'number' ? value : ''}
        placeholder={placeholderOf(field.default)}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        onInput={({ currentTarget: { valueAsNumber } }) =>
          onChange(Number.isNaN(valueAsNumber) ? undefined : valueAsNumber)
        }
      />
      <Button label="More" icon="plus" kind="plain" onPress={() => to(now + stepBy)} />
      {isShort && (
        <input
          type="range"
          {...limits}
          value={now}
          aria-label={`${field.name}, slider`}
          onInput={({ currentTarget: { valueAsNumber } }) => onChange(valueAsNumber)}
        />
      )}
    </div>
  );
}

/** 0.1 and 0.2 are 0.3 to a person. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
