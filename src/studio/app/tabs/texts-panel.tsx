import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Attempt, CardTexts } from '../../protocol.ts';
import { texts } from '../state/texts.ts';
import { Copyable } from '../ui/copyable.tsx';

/** A panel that shows what is written of the card. */
export function TextsPanel({ children }: { children: (found: CardTexts) => VNode }) {
  useEffect(() => texts.follow(), []);
  const found = texts.value.value;
  const wrong = texts.failure.value;
  if (wrong && !found) return <p class="problem">{wrong.message}</p>;
  return found ? children(found) : <p class="soft">One moment…</p>;
}

export function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** A text to take along, or why there is none. */
export function Attempted({
  label,
  attempt,
  href,
}: {
  label: string;
  attempt: Attempt;
  href?: string | undefined;
}) {
  if ('text' in attempt) return <Copyable label={label} text={attempt.text} href={href} />;
  return (
    <figure class="copyable">
      <figcaption>
        <span>{label}</span>
      </figcaption>
      <p class="soft">{attempt.problem}</p>
    </figure>
  );
}
