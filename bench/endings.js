const endings = new Set();
let interrupted = false;

/**
 * Remembers how to end something that was started.
 *
 * @returns Ends it, once; when the process is interrupted, it is ended without asking.
 */
export function atEnd(end) {
  const ending = async () => {
    if (endings.delete(ending)) return end();
  };
  endings.add(ending);
  return ending;
}

/** After that, what is being measured fails, and nobody need hear of it. */
export function isInterrupted() {
  return interrupted;
}

export async function endAll() {
  for (const ending of [...endings].toReversed()) await ending();
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(signal, () => {
    interrupted = true;
    endAll().finally(() => process.exit(code));
  });
}
