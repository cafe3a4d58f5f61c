import { useId } from 'preact/hooks';

interface SegmentsProps<Value> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly describedBy?: string | undefined;
  readonly onChoose: (value: Value) => void;
}

/** One of a few words, all of them in sight. Radio buttons, so that arrows move among them. */
export function Segments<Value>({ label, options, value, describedBy, onChoose }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <div class="segments" role="radiogroup" aria-label={label} aria-describedby={describedBy}>
      {options.map((option) => (
        <label key={option.text}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </div>
  );
}
