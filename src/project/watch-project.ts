import { type FSWatcher, watch } from 'node:fs';
import { loadProject, type Project } from './load-project.ts';

/** An editor writes a file in several steps. */
const quietMs = 80;

/**
 * Loads a project again whenever its config or a template changes.
 *
 * @param onChange Gets the project as it is now.
 * @param onError Gets what keeps it from loading; the last one that loaded stays in use.
 */
export function watchProject(
  project: Project,
  onChange: (project: Project) => void,
  onError: (error: unknown) => void,
): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  const reload = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void loadProject(project.folder).then(onChange, onError), quietMs);
  };
  const watchers: FSWatcher[] = [];
  const { configFile, templateFolder } = project;
  // The folder and not the file: editors replace files, and a watcher of the old one goes deaf.
  if (configFile) {
    watchers.push(
      watch(project.folder, (_event, name) => {
        if (name && configFile.endsWith(name)) reload();
      }),
    );
  }
  if (templateFolder) watchers.push(watch(templateFolder, { recursive: true }, reload));
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
