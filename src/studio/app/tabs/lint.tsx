import { useEffect } from 'preact/hooks';
import type { LintFinding } from '../../../camera/lint/finding.ts';
import { picture } from '../state/picture.ts';
import { lint } from '../state/texts.ts';
import { pointedAt } from '../state/view.ts';
import type { Tab } from './tab.ts';

/** What a reader may stumble over; each is outlined on the picture while it is pointed at. */
export const lintTab: Tab = { id: 'lint', label: 'Lint', Panel: LintPanel };

function LintPanel() {
  useEffect(() => {
    const stop = lint.follow();
    return () => {
      stop();
      pointedAt.value = undefined;
    };
  }, []);
  const answer = lint.value.value;
  const sentences = picture.value?.facts.findings ?? [];
  if (lint.failure.value) return <p class="problem">{lint.failure.value.message}</p>;
  if (!answer) return <p class="soft">{picture.value ? 'One moment…' : 'There is no picture yet.'}</p>;
  const nothing = answer.findings.length === 0 && sentences.length === 0;
  if (nothing) return <p class="soft">Nothing to find: every word can be read.</p>;
  return (
    <ul class="findings">
      {answer.findings.map((finding, index) => (
        <Finding key={index} finding={finding} index={index} />
      ))}
      {sentences.map((sentence) => (
        <li key={sentence} class="finding is-warning">
          <p>{sentence}</p>
        </li>
      ))}
    </ul>
  );
}

function Finding({ finding, index }: { finding: LintFinding; index: number }) {
  const { rule, severity, text, selector, message } = finding;
  const point = () => (pointedAt.value = index);
  const leave = () => (pointedAt.value = undefined);
  return (
    <li class={`finding is-${severity}`}>
      <button
        type="button"
        onMouseEnter={point}
        onMouseLeave={leave}
        onFocus={point}
        onBlur={leave}
        onClick={point}
      >
        <b>
          {severity === 'info' ? '' : `${severity}: `}
          {rule}
        </b>
        <span>
          {text && <q>{text}</q>} {message}
        </span>
        <code>{selector}</code>
      </button>
    </li>
  );
}
