import { useState } from 'preact/hooks';
import type { ControlProps } from './control.ts';

/** Whatever has no form of its own. What is no JSON stays here until it is. */
export function JsonControl({ value, id, describedBy, isInvalid, onChange }: ControlProps<'json'>) {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const read = (text: string) => {
    setDraft(text);
    try {
      onChange(text.trim() === '' ? undefined : JSON.parse(text));
      setDraft(undefined);
    } catch {
      // said below
    }
  };
  return (
    <>
      <textarea
        id={id}
        class="mono"
        rows={4}
        spellcheck={false}
        value={draft ?? (value === undefined ? '' : JSON.stringify(value, undefined, 2))}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || draft !== undefined}
        onInput={({ currentTarget }) => read(currentTarget.value)}
      />
      {draft !== undefined && <p class="problem">not JSON yet</p>}
    </>
  );
}
