import { useRef } from 'preact/hooks';
import { projectFault } from '../state/events.ts';
import { before, failure, isDrawing, picture, problems } from '../state/picture.ts';
import { shape, size, variant } from '../state/shape.ts';
import { view } from '../state/view.ts';
import { BeforeAfter } from './before-after.tsx';
import { Beside } from './beside.tsx';
import { CardImage } from './card-image.tsx';
import { FaultPanel } from './fault-panel.tsx';
import { Overlays } from './overlays.tsx';
import { StressSheet } from './stress-sheet.tsx';
import { scaleOf, shown as shownNow, useRoom } from './zoom.ts';

/** Around a card, and between two. */
const gapPx = 24;

/** Where the card is, as large as there is room. */
export function Stage() {
  const element = useRef<HTMLDivElement>(null);
  const room = useRoom(element);
  const fault = failure.value?.fault ?? projectFault.value;
  const { ground, mode } = view.value;
  return (
    <section class={`stage on-${ground}`} aria-label="The card" aria-busy={isDrawing.value}>
      <div
        class={`canvas is-${mode}`}
        ref={element}
        tabIndex={0}
        role="group"
        aria-label="Picture of the card"
      >
        {mode === 'stress' ? <StressSheet /> : <Cards room={room} />}
      </div>
      {fault ? <FaultPanel fault={fault} /> : <Refusal />}
    </section>
  );
}

function Cards({ room }: { room: { width: number; height: number } }) {
  const { beside } = view.value;
  const isUpright = (size.value?.height ?? 0) > (size.value?.width ?? 0);
  const across = beside && (isUpright || room.width > 560);
  const own = {
    width: (room.width - 2 * gapPx - (across ? gapPx : 0)) / (across ? 2 : 1),
    height: room.height - 2 * gapPx - (beside ? gapPx : 0),
  };
  const each = beside && !across ? { ...own, height: own.height / 2 - gapPx } : own;
  return (
    <div class={`cards${across ? '' : ' is-stacked'}`}>
      <First room={each} />
      {beside && <Beside room={each} />}
    </div>
  );
}

function First({ room }: { room: { width: number; height: number } }) {
  const shown = picture.value;
  if (!shown || !size.value || room.width <= 0) return <span class="blank" />;
  const scale = scaleOf(size.value, room, view.value);
  shownNow.scale = scale;
  const dimensions = { width: size.value.width * scale, height: size.value.height * scale };
  const { showsBefore, beside } = view.value;
  return (
    <figure>
      <div class="frame" style={{ width: `${dimensions.width}px`, height: `${dimensions.height}px` }}>
        {showsBefore && before.value ? (
          <BeforeAfter before={before.value} after={shown} {...dimensions} />
        ) : (
          <CardImage picture={shown} {...dimensions} />
        )}
        <Overlays size={size.value} />
      </div>
      {beside && (
        <figcaption>
          {beside.variant === undefined ? (shape.value.example ?? 'this card') : variant.value}
        </figcaption>
      )}
    </figure>
  );
}

/** Said at the card too: its props may be out of sight. */
function Refusal() {
  const wrong = failure.value;
  if (!wrong) return null;
  const [first, ...others] = problems.value;
  const text = first ? `${first.parameter} ${first.problem}` : wrong.message;
  return (
    <p class="refusal" role="status">
      {text}
      {others.length > 0 && ` (and ${others.length} more)`}
    </p>
  );
}
