/**
 * Servers behind a balancer that goes round: in each, whoever comes waits until those before are done.
 *
 * @param servedMs What each card takes but for that waiting.
 * @param heldMs For how long of that nobody else has the browser.
 * @returns what each takes in all, in ms.
 */
export function simulateServers({ arrivals, servedMs, heldMs, servers }) {
  const freeAt = Array.from({ length: servers }, () => 0);
  return arrivals.map((now, index) => {
    const server = index % servers;
    const start = Math.max(now, freeAt[server]);
    freeAt[server] = start + heldMs[index] / 1000;
    return (start - now) * 1000 + servedMs[index];
  });
}
