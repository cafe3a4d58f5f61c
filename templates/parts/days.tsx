import { css } from '../../src/template.ts';
import { dateParts } from './dates.ts';

export interface DaysProps {
  readonly date: string;
  /** The last of several days. */
  readonly endDate?: string | undefined;
  readonly language: string;
}

/** The stub of a ticket: the day as large as it goes, or the first and the last day of several. */
export function Days({ date, endDate, language }: DaysProps) {
  const first = dateParts(date, language);
  if (!endDate || endDate === date) {
    return (
      <div class="stub">
        <Day day={first.day} />
        <Rest words={[first.weekday, first.year]} month={first.month} />
      </div>
    );
  }
  const last = dateParts(endDate, language);
  const isOneMonth = first.month === last.month && first.year === last.year;
  return (
    <div class="stub several">
      <Day day={first.day} month={isOneMonth ? undefined : first.month} />
      <i />
      <Day day={last.day} month={isOneMonth ? undefined : last.month} />
      <Rest words={[last.year]} month={isOneMonth ? last.month : undefined} />
    </div>
  );
}

function Day({ day, month }: { day: string; month?: string | undefined }) {
  return (
    <div class="date">
      <div class="day">{day}</div>
      {month && <Word name="month" text={month} />}
    </div>
  );
}

function Rest({ words, month }: { words: readonly string[]; month?: string | undefined }) {
  return (
    <div class="rest">
      {month && <Word name="month" text={month} />}
      {words.map((text) => (
        <Word name="quiet" text={text} />
      ))}
    </div>
  );
}

/** Names of months and days are as long as a language has them. */
function Word({ name, text }: { name: 'month' | 'quiet'; text: string }) {
  return (
    <div class="word">
      <div class={name} dir="auto" data-fit="0.5">
        {text}
      </div>
    </div>
  );
}

export const daysCss = css`
  .stub {
    --hole: 1.25rem;
    position: relative;
    flex: none;
    width: 24.5rem;
    padding-block: 4rem;
    padding-inline: 4rem 3.25rem;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    background: var(--brand);
    color: var(--on-brand);
    line-height: calc(1.2 * var(--tall));
  }
  /* Where the stub is torn off: as many holes as there is room for, half of each in the stub. */
  .stub::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-end: calc(var(--hole) / -2);
    width: var(--hole);
    background: radial-gradient(
        circle,
        var(--ground) calc(var(--hole) / 2 - 0.5px),
        transparent calc(var(--hole) / 2 + 0.5px)
      )
      0 0 / var(--hole) calc(var(--hole) * 1.7) round;
  }
  .day {
    flex: none;
    font-weight: 700;
    font-size: 14.75rem;
    line-height: 0.74;
    letter-spacing: -0.06em;
    font-feature-settings: 'tnum';
    white-space: nowrap;
    margin-inline-start: -0.03em;
  }
  /* The space between letters stands behind each one, here in the margin. */
  [dir='rtl'] .day {
    margin-inline-start: 0.02em;
  }
  .date {
    min-width: 0;
  }
  .date .word {
    margin-top: 0.75rem;
  }
  .word {
    height: calc(1.2em * var(--tall));
    white-space: nowrap;
  }
  .word:has(.month) {
    font-size: 2.9rem;
  }
  .month {
    font-weight: 700;
    letter-spacing: -0.03em;
  }
  .word:has(.quiet) {
    font-size: 1.9rem;
  }
  .quiet {
    color: var(--on-brand-soft);
  }
  .several .day {
    font-size: 9.5rem;
  }
  .several i {
    width: 3.5rem;
    height: 0.5rem;
    border-radius: 1rem;
    background: currentColor;
  }
  .several:has(.date .word) .day {
    font-size: 8.5rem;
  }
  @media (max-aspect-ratio: 1/1) {
    .stub {
      width: 100%;
      padding: 4.5rem 4.5rem 4rem;
      flex-flow: row wrap;
      justify-content: flex-start;
      align-items: flex-end;
      column-gap: 2.5rem;
      row-gap: 2rem;
    }
    .stub::after {
      inset: auto 0 calc(var(--hole) / -2);
      width: auto;
      height: var(--hole);
      background-size: calc(var(--hole) * 1.7) var(--hole);
    }
    .day {
      font-size: 18rem;
    }
    .rest {
      flex: 1 1 0;
      min-width: 0;
    }
    .several {
      align-items: flex-start;
    }
    .several .day,
    .several:has(.date .word) .day {
      font-size: 13rem;
    }
    .several i {
      margin-top: 4.5rem;
    }
    .several .rest {
      flex: none;
      width: 100%;
      display: flex;
      align-items: baseline;
      gap: 1rem;
    }
    .several .word {
      min-width: 0;
    }
    .several:has(.date .word) .rest {
      width: auto;
      align-self: flex-end;
      margin-inline-start: auto;
    }
  }
`;
