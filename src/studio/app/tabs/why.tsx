import { useEffect } from 'preact/hooks';
import type { ReceiptSection } from '../../../serve/explain/receipt-sections.ts';
import { picture } from '../state/picture.ts';
import { why } from '../state/texts.ts';
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
        <Section key={section.title} {...section} />
      ))}
    </div>
  );
}

function Section({ title, rows }: ReceiptSection) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {rows.map(([label, text], index) => (
          <div key={index}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
