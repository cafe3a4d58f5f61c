import { Segments } from '../ui/segments.tsx';
import type { ControlProps } from './control.ts';

/** More letters do not stand in one line. */
const maxLetters = 26;

/** One of several words: all in sight where they are few. */
export function ChoiceControl({
  field,
  value,
  id,
  describedBy,
  isInvalid,
  onChange,
}: ControlProps<'choice'>) {
  const { options, default: usual, isRequired } = field;
  const letters = options.map(String).join('').length + 3 * options.length;
  const chosen = value ?? usual;
  const mayBeNothing = !isRequired && usual === undefined;
  if (letters <= maxLetters && !mayBeNothing) {
    const segments = options.map((option) => ({ value: option, text: String(option) }));
    const choose = (option: unknown) => onChange(option === usual ? undefined : option);
    return (
      <Segments
        label={field.name}
        options={segments}
        value={chosen}
        describedBy={describedBy}
        onChoose={choose}
      />
    );
  }
  return (
    <select
      id={id}
      value={String(options.find((option) => option === chosen) ?? '')}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      onChange={({ currentTarget }) =>
        onChange(options.find((option) => String(option) === currentTarget.value))
      }
    >
      {(mayBeNothing || chosen === undefined) && <option value="">–</option>}
      {options.map((option) => (
        <option key={String(option)} value={String(option)}>
          {String(option)}
        </option>
      ))}
    </select>
  );
}
