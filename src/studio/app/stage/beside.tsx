import { useEffect, useState } from 'preact/hooks';
import type { Size, StudioCard } from '../../protocol.ts';
import { Latest } from '../net/latest.ts';
import { revision } from '../state/catalog.ts';
import { failureOf, type Picture, picture, preparePicture, release } from '../state/picture.ts';
import { card, template } from '../state/shape.ts';
import { view } from '../state/view.ts';
import { CardImage } from './card-image.tsx';
import { scaleOf } from './zoom.ts';

/** The second card, drawn after the first: the same in another size, or another example. */
export function Beside({ room }: { room: { width: number; height: number } }) {
  const [shown, setShown] = useState<Picture | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [line] = useState(
    () =>
      new Latest<StudioCard>(async (asked, signal) => {
        try {
          const next = await preparePicture(asked, revision.peek(), signal);
          setProblem(undefined);
          setShown((last) => {
            if (last) release(last);
            return next;
          });
        } catch (error) {
          if (!signal.aborted) setProblem(failureOf(error).message);
        }
      }),
  );
  const first = picture.value;
  useEffect(() => {
    const other = besideOf(card.peek());
    if (other) line.ask(other);
  }, [first, view.value.beside]);
  const size = sizeBeside();
  if (!size) return null;
  const scale = scaleOf(size, room, view.value);
  const { variant, example } = view.value.beside ?? {};
  return (
    <figure>
      {shown && <CardImage picture={shown} width={size.width * scale} height={size.height * scale} />}
      <figcaption>{problem ?? variant ?? example}</figcaption>
    </figure>
  );
}

function besideOf(asked: StudioCard | undefined): StudioCard | undefined {
  const { variant, example } = view.peek().beside ?? {};
  if (!asked) return undefined;
  if (variant !== undefined) return { ...asked, variant };
  return { ...asked, props: template.peek()?.examples[example ?? ''] ?? asked.props };
}

function sizeBeside(): Size | undefined {
  const name = view.value.beside?.variant ?? card.value?.variant ?? template.value?.variant;
  return template.value?.variants[name ?? ''];
}
