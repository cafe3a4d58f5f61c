import { useEffect } from 'preact/hooks';
import type { LintFinding } from '../../../camera/lint/finding.ts';
import { picture } from '../state/picture.ts';
import { lint } from '../state/texts.ts';
import { Pointer } from '../ui/pointer.tsx';
import type { Tab } from './tab.ts';

/** What a reader may stumble over; each is outlined on the picture while it is pointed at. */
export const lintTab: Tab = { id: 'lint', label: 'Lint', Panel: LintPanel };

function LintPanel() {
  useEffect(() => lint.follow(), []);
  const answer = lint.value.value;
  const sentences = picture.value?.facts.findings ?? [];
  if (lint.failure.value) return <p class="problem">{lint.failure.value.message}</p>;
  if (!answer) return <p class="soft">{picture.value ? 'One moment…' : 'There is no picture yet.'}</p>;
  const nothing = answer.findings.length === 0 && sentences.length === 0;
  if (nothing) return <p class="soft">Nothing to find: every word can be read.</p>;
  return (
    <ul class="findings">
      {answer.findings.map((finding, index) => (
        <Finding key={index} finding={finding} />
      ))}
      {sentences.map((sentence) => (
        <li key={sentence} class="finding is-warning">
          <p>{sentence}</p>
        </li>
      ))}
    </ul>
  );
}

function Finding({ finding: { rule, severity, text, selector, message, box } }: { finding: LintFinding }) {
  return (
    <li class={`finding is-${severity}`}>
      <Pointer box={box}>
        <b>
          {severity === 'info' ? '' : `${severity}: `}
          {rule}
        </b>
        <span>
          {text && <q>{text}</q>} {message}
        </span>
        <code>{selector}</code>
      </Pointer>
    </li>
  );
}
