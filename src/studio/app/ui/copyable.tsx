import { copy } from '../state/notice.ts';
import { Button } from './button.tsx';

interface CopyableProps {
  /** What it is, as in "Tags". */
  readonly label: string;
  readonly text: string;
  /** Where it leads, if it is an address that can be followed. */
  readonly href?: string | undefined;
}

/** A text as it stands in a file, and a button that takes it along. */
export function Copyable({ label, text, href }: CopyableProps) {
  return (
    <figure class="copyable">
      <figcaption>
        <span>{label}</span>
        {href && (
          <a href={href} target="_blank" rel="noopener">
            Open here
          </a>
        )}
        <Button label={`Copy: ${label}`} icon="copy" onPress={() => void copy(text, label)}>
          Copy
        </Button>
      </figcaption>
      <pre tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </figure>
  );
}
