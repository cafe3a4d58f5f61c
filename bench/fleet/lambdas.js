import { Heap } from './heap.js';

/**
 * A day of a function that handles one card at a time in each instance: who comes when none is
 * free starts one, and what nobody asked for a while is gone.
 *
 * @returns what each card took, in ms from the request on, and what that needed.
 */
export function simulateLambdas({ arrivals, serviceMs, coldMs, assumed, random, most = Infinity }) {
  const { wayMs, putMs, initMs, keptMinutes } = assumed;
  const busy = new Heap();
  const idle = []; // the one used last is at the end, and is used next
  const told = { latencies: [], throttled: 0, coldStarts: 0, instances: 0, busySeconds: 0 };
  for (const now of arrivals) {
    while (busy.first?.at <= now) idle.push(busy.pop().at);
    while (idle[0] < now - keptMinutes * 60) idle.shift();
    if (idle.length === 0 && busy.size >= most) {
      told.throttled += 1;
      continue;
    }
    const isCold = idle.pop() === undefined;
    const cold = isCold ? initMs + random.of(coldMs) : 0;
    const took = (isCold ? cold : random.of(serviceMs)) + putMs;
    busy.push({ at: now + took / 1000 });
    told.coldStarts += isCold ? 1 : 0;
    told.busySeconds += took / 1000;
    told.instances = Math.max(told.instances, busy.size + idle.length);
    told.latencies.push(wayMs + took);
  }
  return told;
}
