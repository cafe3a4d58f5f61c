// How many Lambdas a million new cards a day need, and how long who asks waits: a simulation of
// what is measured here, and a check of its arithmetic against two servers that really run.
import { endAll } from './endings.js';
import { assumed } from './fleet/assumptions.js';
import { arrivalsOfDay, rateAt } from './fleet/arrivals.js';
import { simulateLambdas } from './fleet/lambdas.js';
import { askAt, measureCold, measureService, newCards, startServers } from './fleet/measure.js';
import { seeded } from './fleet/random.js';
import { simulateServers } from './fleet/servers.js';
import { median, percentile } from './stats.js';
import { createWorkspace } from './workspace.js';

const quick = process.env.BENCH === 'quick';
const { cards, seconds, rounds } = quick
  ? { cards: 40, seconds: 4, rounds: 1 }
  : { cards: 200, seconds: 20, rounds: 5 };
const utilisation = 0.5;
const percents = [50, 90, 99, 99.9];

async function measure() {
  const { path } = createWorkspace();
  const servers = await startServers(path);
  const serviceMs = await measureService(servers, await newCards(cards, 0));
  const check = await checkArithmetic(servers, serviceMs);
  await Promise.all(servers.map(({ stop }) => stop()));
  return { serviceMs, check, coldMs: await measureCold(rounds) };
}

/**
 * The same arrivals, asked for and simulated. How long each card took but for its waiting is
 * that of the real run, so that a busy machine is as busy in both.
 */
async function checkArithmetic(servers, serviceMs) {
  const random = seeded(1);
  const mean = serviceMs.reduce((sum, ms) => sum + ms, 0) / serviceMs.length;
  const perSecond = (servers.length * utilisation * 1000) / mean;
  const arrivals = [];
  for (let at = 0; at < seconds; at += random.exponential(1 / perSecond)) arrivals.push(at);
  const real = await askAt(arrivals, servers, await newCards(arrivals.length, cards));
  const [servedMs, heldMs] = ['servedMs', 'heldMs'].map((name) => real.map((answer) => answer[name]));
  const simulated = simulateServers({ arrivals, servedMs, heldMs, servers: servers.length });
  return { perSecond, simulated, real: real.map(({ ms }) => ms) };
}

function simulateDay(measured, most) {
  const random = seeded(2);
  return simulateLambdas({ arrivals: arrivalsOfDay(assumed, random), ...measured, assumed, random, most });
}

/** Of all requests, most of which meet no renderer: each weighs as often as it comes. */
function ofAllRequests({ latencies }, percent) {
  const { requestsPerCard, edgeForgets, edgeHitMs, bucketMs } = assumed;
  const others = latencies.length * (requestsPerCard - 1);
  const groups = [
    [edgeHitMs, others * (1 - edgeForgets)],
    [bucketMs, others * edgeForgets],
  ];
  let rank = ((others + latencies.length) * percent) / 100;
  for (const [ms, count] of groups) {
    if (rank <= count) return ms;
    rank -= count;
  }
  return percentile(latencies, (100 * rank) / latencies.length);
}

function line(title, values) {
  console.log(title.padEnd(42), ...values.map((value) => String(Math.round(value)).padStart(9)));
}

try {
  const { serviceMs, coldMs, check } = await measure();
  const sorted = (samples) => percents.map((percent) => percentile(samples, percent));
  console.log('ms at percentile'.padEnd(42), ...percents.map((percent) => String(percent).padStart(9)));
  line('a card, measured', sorted(serviceMs));
  line('a first card, measured', sorted(coldMs));
  console.log(`two servers at ${check.perSecond.toFixed(1)} cards a second, half of what they can:`);
  line('  simulated', sorted(check.simulated));
  line('  real', sorted(check.real));
  for (const [title, most] of [
    ['a day, as many Lambdas as it takes', Infinity],
    [`a day, ${assumed.reserved} at most`, assumed.reserved],
  ]) {
    const day = simulateDay({ serviceMs, coldMs }, most);
    console.log(
      `${title}: ${day.instances} Lambdas, ${day.coldStarts} cold starts, ${day.throttled} turned away`,
    );
    line('  who asks first', sorted(day.latencies));
    line(
      '  all who ask',
      percents.map((percent) => ofAllRequests(day, percent)),
    );
    console.log(`  ${Math.round(day.busySeconds * assumed.memoryGigabytes)} GB-seconds`);
  }
  const height = rateAt(15 * 3_600, assumed);
  console.log(
    `at the height of the peak ${height.toFixed(1)} new cards a second, ${median(serviceMs).toFixed(0)} ms each`,
  );
} finally {
  await endAll();
}
