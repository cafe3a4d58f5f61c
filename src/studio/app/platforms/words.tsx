import type { Preview } from './frame.ts';

type WordsProps = Pick<Preview, 'title' | 'description' | 'host'>;

/** Title and description, and the host last. */
export function WordsThenHost({ title, description, host }: WordsProps) {
  return (
    <div class="words">
      <p class="title">{title}</p>
      <p class="description">{description}</p>
      <p class="host">{host}</p>
    </div>
  );
}

/** The host above title and description. */
export function HostThenWords({ title, description, host }: WordsProps) {
  return (
    <div class="words">
      <p class="host">{host}</p>
      <p class="title">{title}</p>
      <p class="description">{description}</p>
    </div>
  );
}
