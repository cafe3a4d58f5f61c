import { neededFiles } from '../camera/chromium/browser-process.ts';
import { connectionsWithin } from '../serve/settings.ts';

/** Each browser takes three of ours, each client one and what it asks for another. */
const enough = 1_024;

/** What somebody should know who lets us have only so many files; nothing where that is enough. */
export function scarceFiles(limit: number): string | undefined {
  if (limit >= enough) return undefined;
  const advice = `ulimit -n ${enough}`;
  if (limit < neededFiles) {
    return `only ${limit} files may be open, and Chromium needs ${neededFiles}: no card can be drawn; ${advice}`;
  }
  return `only ${limit} files may be open, which is ${connectionsWithin(limit)} connections at once; ${advice}`;
}
