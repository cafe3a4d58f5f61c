import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What `@plugin` and `@config` name: a module of the project, or of a package. */
export async function loadPlugin(id: string, base: string) {
  const path = pathOf(id, base);
  const { default: module } = (await import(pathToFileURL(path).href)) as { default: unknown };
  // Tailwind tells by itself what it is.
  return { path, base: dirname(path), module: module as never };
}

function pathOf(id: string, base: string): string {
  try {
    return createRequire(join(base, 'styles.css')).resolve(id);
  } catch (error) {
    const ours = createRequire(import.meta.url);
    try {
      return ours.resolve(id);
    } catch {
      throw error;
    }
  }
}
