// Loaded before a server that is being tortured: tells how long its event loop was held, and its memory.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.channel?.unref();

/** Answers with what was seen since the last question; who asks for what is settled has the rubbish collected first. */
process.on('message', async (word) => {
  const heldMs = delay.max / 1e6;
  if (word === 'settle') await collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send({ heldMs, rss, heapUsed, external, cpuMs: (user + system) / 1000 });
  delay.reset();
});

async function collect() {
  for (let round = 0; round < 4; round++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 250)); // finalisers have a turn
  }
}
