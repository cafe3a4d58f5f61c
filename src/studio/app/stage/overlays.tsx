import type { Size } from '../../protocol.ts';
import { pointedAt, view } from '../state/view.ts';

/** Of the card's width and height: what X lays a title over. */
const titleShare = { width: 0.72, height: 0.16, inset: 0.025 };

/** What is drawn over a card and is no part of it, in the card's own pixels. */
export function Overlays({ size }: { size: Size }) {
  const { showsSafeArea, showsGrid } = view.value;
  return (
    <svg
      class="overlays"
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {showsGrid && <Grid {...size} />}
      {showsSafeArea && <SafeArea {...size} />}
      <PointedAt />
    </svg>
  );
}

const columns = 12;
const rows = 6;

function Grid({ width, height }: Size) {
  const upright = Array.from(
    { length: columns - 1 },
    (_, index) => `M${(width * (index + 1)) / columns} 0v${height}`,
  );
  const level = Array.from(
    { length: rows - 1 },
    (_, index) => `M0 ${(height * (index + 1)) / rows}h${width}`,
  );
  return <path class="grid" d={[...upright, ...level].join('')} vector-effect="non-scaling-stroke" />;
}

/** The square in the middle that small cards show, and the corner where X has its title. */
function SafeArea({ width, height }: Size) {
  const side = Math.min(width, height);
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  const inset = titleShare.inset * width;
  const title = { width: titleShare.width * width, height: titleShare.height * height };
  return (
    <>
      <path
        class="shade"
        fill-rule="evenodd"
        d={`M0 0h${width}v${height}h${-width}zM${left} ${top}h${side}v${side}h${-side}z`}
      />
      <rect class="square" x={left} y={top} width={side} height={side} vector-effect="non-scaling-stroke" />
      <rect
        class="title"
        x={inset}
        y={height - inset - title.height}
        {...title}
        rx={12}
        vector-effect="non-scaling-stroke"
      />
      <text class="said" x={inset + 20} y={height - inset - title.height / 2 + 10}>
        X lays its title here
      </text>
    </>
  );
}

function PointedAt() {
  const box = pointedAt.value;
  if (!box) return null;
  const around = 8;
  return (
    <rect
      class="finding"
      x={box.left - around}
      y={box.top - around}
      width={box.right - box.left + 2 * around}
      height={box.bottom - box.top + 2 * around}
      rx={6}
      vector-effect="non-scaling-stroke"
    />
  );
}
