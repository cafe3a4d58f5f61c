import { accessSync, constants } from 'node:fs';

/** Starts us, passes on what we are told, and waits for whoever ends, ours or not. */
const init = `
"$@" & ours=$!
trap 'kill -TERM $ours' TERM
trap 'kill -INT $ours' INT
while :; do
  wait $ours; code=$?
  kill -0 $ours 2>/dev/null || exit $code
done`;

/**
 * As process 1 of a container we would have to wait for the orphans of every browser, which
 * Node cannot: up to five zombies each would stay. So process 1 becomes a shell, which can,
 * and starts us anew. An init of the container (`docker run --init`) does the same.
 */
export function moveUnderInit(): void {
  if (process.pid !== 1 || !process.execve) return;
  try {
    accessSync('/bin/sh', constants.X_OK);
  } catch {
    return;
  }
  const us = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve('/bin/sh', ['sh', '-c', init, 'sh', ...us], process.env);
}
