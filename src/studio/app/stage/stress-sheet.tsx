import { useEffect, useState } from 'preact/hooks';
import { revision } from '../state/catalog.ts';
import { failureOf, type Picture, preparePicture, release } from '../state/picture.ts';
import { card, change, template } from '../state/shape.ts';
import { look } from '../state/view.ts';
import { type StressCard, stressCards } from './stress.ts';

/** The card under stress, all at once; a click takes one of them to the stage. */
export function StressSheet() {
  const asked = card.value;
  const entry = template.value;
  if (!asked || !entry) return null;
  return (
    <ul class="sheet" aria-label="The card under stress">
      {stressCards(entry, asked).map((stress) => (
        <Tile key={stress.name} {...stress} />
      ))}
    </ul>
  );
}

function Tile({ name, card: stressed }: StressCard) {
  const [shown, setShown] = useState<Picture | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const spelled = JSON.stringify(stressed);
  useEffect(() => {
    const left = new AbortController();
    preparePicture(stressed, revision.peek(), left.signal).then(
      (next) => {
        setProblem(undefined);
        setShown(next);
      },
      (error: unknown) => {
        if (!left.signal.aborted) setProblem(failureOf(error).message);
      },
    );
    return () => left.abort();
  }, [spelled, revision.value]);
  useEffect(() => () => shown && release(shown), [shown]);
  const take = () => {
    change({ props: stressed.props });
    look({ mode: 'card' });
  };
  return (
    <li>
      <button type="button" onClick={take}>
        {shown ? (
          <img src={shown.url} alt={shown.facts.alt} width={shown.facts.width} height={shown.facts.height} />
        ) : (
          <span class="blank" />
        )}
        <span class="name">{name}</span>
      </button>
      <p class={problem ? 'problem' : 'soft'}>{problem ?? shown?.facts.findings.join('; ')}</p>
    </li>
  );
}
