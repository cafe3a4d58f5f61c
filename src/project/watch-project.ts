import type { AsyncSubscription } from '@parcel/watcher';
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, relative, sep } from 'node:path';
import { configNames, loadProject, type Project } from './load-project.ts';

/** An editor writes a file in several steps. */
const quietMs = 50;

/** What programs write and nobody edits. */
const ignored = ['node_modules', '.*', 'out', 'dist', 'build', 'coverage', '_site'];

/** What a template may be made of. */
const material = /\.(?:[cm]?[jt]sx?|json|css|svg|png|jpe?g|webp|avif|gif|woff2?|ttf|otf)$/i;

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
  { onChange, onError }: ProjectListener,
): Promise<{ close(): Promise<void> }> {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let loading = Promise.resolve();

  const reload = async () => {
    const files = [...changed];
    changed.clear();
    if (files.length === 0) return; // the load before has seen them
    await loadProject(project.folder)
      .then((loaded) => onChange(loaded, files))
      .catch(onError);
  };
  const subscriptions = await subscribe(project, (file) => {
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      loading = loading.then(reload);
    }, quietMs);
  });
  return {
    async close() {
      clearTimeout(timer);
      await Promise.all(subscriptions.map((subscription) => subscription.unsubscribe()));
      await loading;
    },
  };
}

async function subscribe(project: Project, onFile: (file: string) => void): Promise<AsyncSubscription[]> {
  if (!project.configFile) return [];
  const { default: watcher } = await import('@parcel/watcher');
  const concerns = concernOf(project);
  const folders = foldersOf(project);
  return Promise.all(
    folders.map((folder) =>
      watcher.subscribe(
        folder,
        (error, events) => {
          if (error) console.error('templates are no longer watched:', error.message);
          for (const { path } of events ?? []) if (concerns(path)) onFile(path);
        },
        { ignore: ignored.map((name) => `**/${name}`) },
      ),
    ),
  );
}

/** The folder of the project, and that of its templates where it is not seen from there. */
function foldersOf({ folder, templateFolder }: Project): string[] {
  const isSeen = !templateFolder || isSeenFrom(folder, templateFolder);
  return isSeen ? [folder] : [folder, templateFolder];
}

/** Which files a project may be made of. */
function concernOf({ folder }: Project): (path: string) => boolean {
  const realFolder = realpathSync(folder);
  return (path) => {
    if (configNames.includes(basename(path))) return dirname(path) === realFolder;
    return material.test(path) || isFolder(path);
  };
}

/** What is written into a new folder at once may come before there is a watch in it: the folder tells. */
function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? extname(path) === '';
}

function isSeenFrom(folder: string, path: string): boolean {
  const names = relative(folder, path).split(sep);
  return !names.some((name) => ignored.includes(name) || name.startsWith('.'));
}
