import { useEffect } from 'preact/hooks';
import type { ReceiptRow, ReceiptSection } from '../../../serve/explain/receipt-sections.ts';
import { picture } from '../state/picture.ts';
import { why } from '../state/texts.ts';
import { Pointer } from '../ui/pointer.tsx';
import type { Tab } from './tab.ts';

/** Where all that is on the card comes from, what was tried, and what its key is made of. */
export const whyTab: Tab = { id: 'why', label: 'Why', Panel: WhyPanel };

function WhyPanel() {
  useEffect(() => why.follow(), []);
  const answer = why.value.value;
  const wrong = why.failure.value;
  if (wrong && !answer) return <p class="problem">{wrong.message}</p>;
  if (!answer) return <p class="soft">{picture.value ? 'One moment…' : 'There is no picture yet.'}</p>;
  return (
    <div class="receipt">
      {answer.sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
    </div>
  );
}

function Section({ section: { title, rows } }: { section: ReceiptSection }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {rows.map((row, index) => (
          <Row key={index} row={row} />
        ))}
      </dl>
    </section>
  );
}

/** A finding of the card has no label. */
function Row({ row: { label, text, box } }: { row: ReceiptRow }) {
  return (
    <div class={label === '' ? 'is-whole' : ''}>
      {label !== '' && <dt>{label}</dt>}
      <dd>{box ? <Pointer box={box}>{text}</Pointer> : text}</dd>
    </div>
  );
}
