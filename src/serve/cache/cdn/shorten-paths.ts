/**
 * No more than `most` paths, where need be by putting one with a `*` in the place of all: a CDN
 * asks again for what it has forgotten without need, and must not keep what it should forget.
 */
export function shortenPaths(paths: readonly string[], most: number): string[] {
  const unique = [...new Set(paths)];
  return unique.length <= most ? unique : [`${commonStart(unique)}*`];
}

function commonStart(paths: readonly string[]): string {
  return paths.reduce((start, path) => {
    let length = 0;
    while (length < start.length && start[length] === path[length] && start[length] !== '*') length += 1;
    return start.slice(0, length);
  });
}
