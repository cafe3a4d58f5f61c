import type { FaultPlace, ShownFault } from '../../protocol.ts';
import { Icon } from '../ui/icon.tsx';
import { PlaceLink } from '../ui/place-link.tsx';

/** What is wrong with the project, over the picture, until it is mended. */
export function FaultPanel({ fault }: { fault: ShownFault }) {
  const { message, place, advice, lines, stack } = fault;
  return (
    <section class="fault" role="alert" aria-label="What is wrong">
      <h2>
        <Icon name="warn" />
        {message}
      </h2>
      {advice && <p>{advice}</p>}
      {place && <PlaceLink place={place} />}
      {place && lines.length > 0 && <Source lines={lines} place={place} />}
      {stack.length > 1 && (
        <ol class="stack" aria-label="How it was called">
          {stack.map((frame) => (
            <li key={`${frame.path}:${frame.line}:${frame.column}`}>
              <code>{frame.name || 'a function'}</code> <PlaceLink place={frame} />
            </li>
          ))}
        </ol>
      )}
      <p class="soft">The last picture stays behind this. Save the file, and it goes away.</p>
    </section>
  );
}

function Source({ lines, place }: { lines: ShownFault['lines']; place: FaultPlace }) {
  return (
    <pre class="source" tabIndex={0} aria-label={`${place.file}, around line ${place.line}`}>
      {lines.map(({ number, text }) => (
        <span key={number} class={number === place.line ? 'is-it' : ''}>
          <b>{number}</b>
          {text}
          {'\n'}
          {number === place.line && (
            <i aria-hidden="true">
              <b />
              {text.slice(0, place.column - 1).replaceAll(/[^\t]/g, ' ')}^{'\n'}
            </i>
          )}
        </span>
      ))}
    </pre>
  );
}
