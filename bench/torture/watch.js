// Loaded before a server that is being tortured: tells how long its event loop was held, and its memory.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.channel?.unref();

/** Answers with what was seen since the last question. */
process.on('message', () => {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send({ heldMs: delay.max / 1e6, rss, heapUsed, cpuMs: (user + system) / 1000 });
  delay.reset();
});
