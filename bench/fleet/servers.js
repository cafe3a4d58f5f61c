/**
 * Servers behind a balancer that goes round: in each, whoever comes waits until those before are done.
 *
 * @param servedMs What each card takes once it is its turn.
 * @returns what each takes in all, in ms.
 */
export function simulateServers({ arrivals, servedMs, servers }) {
  const freeAt = Array.from({ length: servers }, () => 0);
  return arrivals.map((now, index) => {
    const server = index % servers;
    const start = Math.max(now, freeAt[server]);
    freeAt[server] = start + servedMs[index] / 1000;
    return (freeAt[server] - now) * 1000;
  });
}
