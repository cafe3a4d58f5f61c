// Asks in a process of its own, at a fixed rate whatever comes back; told what over its channel.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
const graceMs = 3_000;

process.on('message', async ({ kinds, seconds }) => {
  const results = await Promise.all(kinds.map((kind) => ask(kind, seconds)));
  process.send(Object.fromEntries(results.map((answers, index) => [kinds[index].name, answers])));
});
process.on('disconnect', () => process.exit());

/** Open loop: who asks next does not wait for who asked before. */
async function ask({ urls, perSecond, headers = {} }, seconds) {
  const start = performance.now();
  const open = new Set();
  const answers = [];
  for (let asked = 0; ;) {
    const elapsed = performance.now() - start;
    if (elapsed >= seconds * 1000) break;
    for (const due = (elapsed / 1000) * perSecond; asked < due; asked++) {
      const one = get(urls[asked % urls.length], headers).then((answer) => {
        answers.push({ ...answer, at: performance.now() - start });
        open.delete(one);
      });
      open.add(one);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const unanswered = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
  await Promise.race([Promise.all(open), unanswered]);
  return { answers, unanswered: open.size };
}

function get(url, headers) {
  const asked = performance.now();
  return new Promise((resolve) => {
    const outgoing = request(url, { agent, headers }, (response) => {
      const firstMs = performance.now() - asked;
      response.resume().once('close', () => {
        const { 'cache-status': cacheStatus, 'cache-control': cacheControl } = response.headers;
        resolve({ status: response.statusCode, ms: firstMs, cacheStatus, cacheControl });
      });
    });
    outgoing.once('error', ({ code }) => resolve({ status: code, ms: performance.now() - asked }));
    outgoing.end();
  });
}
