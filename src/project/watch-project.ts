import type { AsyncSubscription } from '@parcel/watcher';
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, relative, sep } from 'node:path';
import { configNames, loadProject, type Project } from './load-project.ts';

/** An editor writes a file in several steps. */
const quietMs = 50;

/** What programs write and nobody edits. */
const ignored = ['node_modules', '.*', 'out', 'dist', 'build', 'coverage', '_site'];

const code = /\.[cm]?[jt]sx?$/i;
/** What a template may read by itself, without importing it. */
const material = /\.(?:json|css|svg|woff2?|ttf|otf)$/i;
/** Elsewhere it is of pages, and builds write them by the hundred. */
const picture = /\.(?:png|jpe?g|webp|avif|gif)$/i;

export interface ProjectListener {
  /** Gets the project as it is now, and the files that were written, renamed or removed. What it throws goes to `onError`. */
  readonly onChange: (project: Project, files: readonly string[]) => void;
  /** Gets what keeps it from loading; the last one that loaded stays in use. */
  readonly onError: (error: unknown) => void;
}

/**
 * Loads a project again whenever a file of it changes, one load at a time: the last one sees
 * the last change. A project without a config has nothing to watch.
 *
 * A watcher of files goes deaf when an editor puts another file in their place, and Node's own
 * of folders does so too: this one watches folders, by whatever each system has for that.
 */
export async function watchProject(
  project: Project,
  listener: ProjectListener,
): Promise<{ close(): Promise<void> }> {
  const watcher = new ProjectWatcher(project, listener);
  await watcher.follow();
  return watcher;
}

class ProjectWatcher {
  #project: Project;
  readonly #listener: ProjectListener;
  readonly #subscriptions = new Map<string, AsyncSubscription>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #loading = Promise.resolve();
  #hasFault = false;

  constructor(project: Project, listener: ProjectListener) {
    this.#project = project;
    this.#listener = listener;
  }

  /** Watches every folder that the project has files in. */
  async follow(): Promise<void> {
    if (!this.#project.configFile) return;
    const { default: watcher } = await import('@parcel/watcher');
    const options = { ignore: ignored.map((name) => `**/${name}`) };
    for (const folder of foldersOf(this.#project)) {
      if (this.#subscriptions.has(folder)) continue;
      const subscription = await watcher.subscribe(
        folder,
        (error, events) => {
          if (error) this.#listener.onError(error);
          for (const { path } of events ?? []) if (this.#concerns(path)) this.#note(path);
        },
        options,
      );
      this.#subscriptions.set(folder, subscription);
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    const left = [...this.#subscriptions.values()].map((subscription) => subscription.unsubscribe());
    await Promise.allSettled(left); // of a folder that is gone there is nothing to leave
    await this.#loading;
  }

  #note(path: string): void {
    this.#changed.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#loading = this.#loading.then(() => this.#reload());
    }, quietMs);
  }

  async #reload(): Promise<void> {
    const files = [...this.#changed];
    this.#changed.clear();
    if (files.length === 0) return; // the load before has seen them
    try {
      this.#project = await loadProject(this.#project.folder);
      await this.follow();
      this.#listener.onChange(this.#project, files);
      this.#hasFault = false;
    } catch (error) {
      this.#hasFault = true;
      this.#listener.onError(error);
    }
  }

  /** What was read for the project, what may be, and any code where something is missing. */
  #concerns(path: string): boolean {
    const { folder, templateFolder, files } = this.#project;
    if (files.some((file) => real(file) === path)) return true;
    if (configNames.includes(basename(path))) return dirname(path) === real(folder);
    if (material.test(path) || isFolder(path)) return true;
    const isTemplate = templateFolder && path.startsWith(`${real(templateFolder)}${sep}`);
    return isTemplate ? code.test(path) || picture.test(path) : code.test(path) && this.#hasFault;
  }
}

/** The folder of the project, and those of its files that are not seen from there. */
function foldersOf({ folder, templateFolder, files }: Project): Set<string> {
  const folders = [...files.map((file) => dirname(file)), ...(templateFolder ? [templateFolder] : [])].map(
    real,
  );
  const own = real(folder);
  const others = folders.filter(
    (path) => !isSeenFrom(own, path) && !path.includes(`${sep}node_modules${sep}`),
  );
  return new Set([own, ...others]);
}

/** What is written into a new folder at once may come before there is a watch in it: the folder tells. */
function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? extname(path) === '';
}

function isSeenFrom(folder: string, path: string): boolean {
  const names = relative(folder, path).split(sep);
  return !names.some((name) => name !== '' && (ignored.includes(name) || name.startsWith('.')));
}

/** As the system tells it. What has gone has no other name than that. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
