import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

const together = new Agent({ keepAlive: true, maxSockets: 64 });
/** No picture in place of an error. */
const plainly = { accept: 'application/json' };

/** The address of a card that nobody signed. */
export function cardUrl(origin, title, template = 'plain') {
  return `${origin}/.netlify/functions/gen-opengraph-image?template=${template}&title=${encodeURIComponent(title)}`;
}

/** Never fails: who has no answer has the reason as its status, or `late`. */
export function ask(url, { method = 'GET', headers = {}, agent = together, patienceMs = 60_000 } = {}) {
  const asked = performance.now();
  return new Promise((resolve) => {
    const end = (status, more) => resolve({ status, asked, ms: performance.now() - asked, ...more });
    const outgoing = request(url, { method, agent, headers: { ...plainly, ...headers } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('end', () => {
        const isHit = /hit/.test(response.headers['cache-status'] ?? '');
        end(response.statusCode, { body: Buffer.concat(chunks), isHit });
      });
      response.once('error', ({ code }) => end(code));
    });
    outgoing.setTimeout(patienceMs, () => outgoing.destroy(Object.assign(new Error(), { code: 'late' })));
    outgoing.once('error', ({ code, message }) => end(code ?? message));
    outgoing.end();
  });
}

/** Asks again where the server is busy, as it says to: on a slow machine that is no fault. */
export async function draw(url, options) {
  for (let tries = 40; ; tries--) {
    const answer = await ask(url, options);
    if (answer.status !== 503 || tries === 0) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** `count` times, `width` at a time; what came of each, in the order of their ends. */
export async function repeat(count, width, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < count) results.push(await work(next++));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

/** Asks until told to stop. */
export function keepAsking(width, work, pauseMs = 5) {
  let isOver = false;
  const results = [];
  const worker = async (_, first) => {
    for (let n = first; !isOver; n += width) {
      results.push(await work(n));
      await new Promise((resolve) => setTimeout(resolve, pauseMs)); // who is refused at once must not hold us
    }
  };
  const workers = Promise.all(Array.from({ length: width }, worker));
  return {
    results,
    async stop() {
      isOver = true;
      await workers;
      return results;
    },
  };
}

/** Until a card comes. @returns after how many milliseconds; `Infinity` where none did. */
export async function untilWell(work, withinMs = 60_000) {
  const start = performance.now();
  while (performance.now() - start < withinMs) {
    const { status } = await work();
    if (status === 200) return performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return Infinity;
}

export function statuses(answers) {
  return answers.map(({ status }) => status);
}

/** Answers that are none of these, by their status. */
export function otherThan(allowed, answers) {
  return statuses(answers).filter((status) => !allowed.includes(status));
}
