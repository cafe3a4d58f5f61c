/**
 * A percent-encoded path in words. What is not UTF-8, and a `%` that encodes nothing, stay as
 * they are written: people type them, and no page may fail over one.
 */
export function decodePath(path: string): string {
  return path.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
