import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A file of JSON lines that is only ever added to, each line by one write: whatever kills us
 * leaves whole lines and at most one torn one, at the end.
 */
export class LineFile {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(path: string): Promise<LineFile> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a+');
    const lines = new LineFile(file);
    // A new line must not become the end of a torn one.
    if (await endsTorn(file)) await file.write('\n');
    return lines;
  }

  /** Every line that is whole, oldest first; what a kill or an editor left of others is passed over. */
  async *read(): AsyncIterable<unknown> {
    for await (const line of this.#file.readLines({ start: 0, autoClose: false })) {
      const value = parse(line);
      if (value !== undefined) yield value;
    }
  }

  async append(value: unknown): Promise<void> {
    await this.#file.write(`${JSON.stringify(value)}\n`);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

async function endsTorn(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
