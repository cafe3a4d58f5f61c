// What a server does with more than it can take: prints its figures beside their bars.
import { endAll } from '../endings.js';
import { createWorkspace } from '../workspace.js';
import { measureLoad } from './load.js';

const seconds = Number(process.argv[2] ?? 10);

/** Figures of ten times the capacity. A machine that others use shows worse ones: look at the load first. */
const bars = [
  ['throughput kept, %', '≥ 90', ({ peak, ten }) => (100 * ten.drawnPerSecond) / peak],
  ['cache hits, p99, ms', '≤ 50', ({ ten }) => ten.hitsP99Ms],
  ['hits that were none', '= 0', ({ ten }) => ten.hitsBad],
  ['503 decided, p99, ms', '≤ 50', ({ ten }) => ten.refusedP99Ms],
  ['cards drawn, p99, ms', '≤ 2000', ({ ten }) => ten.drawnP99Ms],
  ['signatures refused, p99, ms', '≤ 50', ({ ten }) => ten.strangersP99Ms],
  ['event loop held at most, ms', '≤ 50', ({ ten }) => ten.loopHeldMs],
  ['without an answer', '= 0', ({ ten }) => ten.unanswered],
  ['node, cores', '', ({ ten }) => ten.nodeCpu],
];

const { path } = createWorkspace();
try {
  const { peak, phases } = await measureLoad(path, { seconds });
  console.log(`capacity ${peak.toFixed(1)} cards a second`);
  for (const [times, phase] of Object.entries(phases)) console.log(`${times}×`, JSON.stringify(phase));
  for (const [figure, bar, from] of bars) {
    const value = from({ peak, ten: phases[10] });
    console.log(`${figure.padEnd(30)}${(value ?? NaN).toFixed(1).padStart(10)}  ${bar}`);
  }
} finally {
  await endAll();
}
