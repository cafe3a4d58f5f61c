import { isDeepStrictEqual } from 'node:util';
import type { Cardstock } from '../cardstock.ts';
import type { ProjectConfig } from '../project/define-config.ts';
import type { Project } from '../project/load-project.ts';
import { cardstockOf } from '../project/open-project.ts';
import type { Answers } from '../serve/express/node-handler.ts';
import type { Probes } from '../serve/operate/health.ts';
import { report } from '../system/report.ts';

/** The generator of a project that is being edited. Whoever asks has that of today. */
export class LiveCardstock {
  #cardstock: Cardstock;
  #project: Project;

  constructor(project: Project) {
    this.#cardstock = cardstockOf(project);
    this.#project = project;
    const { answers } = this.#cardstock;
    if (answers.api) this.answers.api = (request) => (this.#cardstock.answers.api ?? answers.api!)(request);
  }

  get project(): Project {
    return this.#project;
  }

  /** That of today. */
  get current(): Cardstock {
    return this.#cardstock;
  }

  readonly answers: Answers = {
    card: (request) => this.#cardstock.answers.card(request),
    redirect: (request) => this.#cardstock.answers.redirect(request),
    picture: (request) => this.#cardstock.answers.picture(request),
  };

  readonly probes: Probes = {
    card: async () => this.#cardstock.probes['card']?.(),
    store: async () => this.#cardstock.probes['store']?.(),
    queue: async () => this.#cardstock.probes['queue']?.(),
    sandbox: async () => this.#cardstock.probes['sandbox']?.(),
  };

  get templates() {
    return this.#cardstock.templates;
  }

  get config() {
    return this.#cardstock.config;
  }

  load() {
    return this.#cardstock.load();
  }

  warm(): Promise<void> {
    return this.#cardstock.warm();
  }

  close(): Promise<void> {
    return this.#cardstock.close();
  }

  /**
   * Other templates need no other browser; another config may say anything, and gets a generator
   * of its own. Where and at which port is served stays as it was.
   *
   * @throws {CardstockError} the project has a fault; all stays as it was.
   */
  update(project: Project): void {
    if (isDeepStrictEqual(settingsOf(project.config), settingsOf(this.#project.config))) {
      this.#cardstock.useTemplates(project.templates);
      this.#project = project;
      return;
    }
    const old = this.#cardstock;
    this.#cardstock = cardstockOf(project);
    this.#project = project;
    old.close().catch((error: unknown) => report('the generator before the last change did not end:', error));
  }
}

/** Without what only builds ask for: functions are others with each load. */
function settingsOf({
  templates: _templates,
  routes: _routes,
  sources: _sources,
  ...settings
}: ProjectConfig) {
  return settings;
}
