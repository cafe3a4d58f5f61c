import * as z from 'zod';
import { LineFile } from '../../system/line-file.ts';

/** An image that was asked for and found to be as it should. */
const warmedImage = z.object({ url: z.string(), at: z.string(), bytes: z.number() });

export type WarmedImage = z.infer<typeof warmedImage>;

/**
 * Which images earlier runs have warmed, and this one so far: the next run goes on behind
 * them, however this one ends. Two runs may share the file.
 */
export class WarmedBefore {
  readonly #urls = new Set<string>();
  #file: LineFile | undefined;

  /** Without a file nothing is remembered. */
  static async open(path: string | undefined): Promise<WarmedBefore> {
    const warmed = new WarmedBefore();
    if (path === undefined) return warmed;
    warmed.#file = await LineFile.open(path);
    for await (const line of warmed.#file.read()) {
      const { data } = warmedImage.safeParse(line);
      if (data) warmed.#urls.add(data.url);
    }
    return warmed;
  }

  has(url: string): boolean {
    return this.#urls.has(url);
  }

  async add(image: WarmedImage): Promise<void> {
    this.#urls.add(image.url);
    await this.#file?.append(image);
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}
