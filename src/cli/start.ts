import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { sandboxChosen, sandboxSentence } from '../camera/chromium/sandbox.ts';
import { InvalidParameterError } from '../errors.ts';
import { listen } from '../serve/express/listen.ts';
import { openLog } from '../serve/operate/log.ts';
import { listenForAdmin } from '../serve/operate/listen-for-admin.ts';
import { operate } from '../serve/operate/operate.ts';
import { watchProject } from '../project/watch-project.ts';
import type { Studio } from '../studio/server/studio.ts';
import { descriptorLimit } from '../system/descriptors.ts';
import { report, warn } from '../system/report.ts';
import { watchForHolds } from '../system/hold-watch.ts';
import { keepUpWithChromium } from '../system/keep-up.ts';
import { describeFault, displayedPath } from '../system/source-position.ts';
import { LiveCardstock } from './live-cardstock.ts';
import { openInBrowser } from './open-in-browser.ts';
import { currentProject } from './project.ts';
import { outliveStrays } from './outlive-strays.ts';
import { scarceFiles } from './scarce-files.ts';
import { paint } from './terminal.ts';
import { moveUnderInit } from './under-init.ts';
import { welcome } from './welcome.ts';

/** After something held the loop, what others asked for has that long. */
const lastAnswersMs = 2_000;

export interface StartOptions {
  /** A built site, whose pages the studio shows the cards of. */
  siteFolder?: string;
  /** In place of PORT. */
  port?: string;
  /** Shows the studio in a browser. */
  open?: boolean;
}

/** Serves until SIGINT or SIGTERM, then finishes what runs. Templates of a project are seen as they are edited. */
export async function start({ siteFolder, port, open = false }: StartOptions = {}): Promise<void> {
  moveUnderInit();
  if (port !== undefined) process.env['PORT'] = readPort(port);
  const cardstock = new LiveCardstock(await currentProject());
  const { production, logLevel: level } = cardstock.config;
  const { logger } = openLog({ level, isPretty: !production });
  const say = (line: string) => (production ? logger.info(line) : console.log(withColor(line)));
  const operation = await operate(cardstock);
  const studio = production ? undefined : await openStudioOf(cardstock, siteFolder); // it signs whatever is on it
  const isFree = !production && !process.env['PORT'];
  const server = await listen(cardstock, studio?.handler, operation.besideCards, { orNext: isFree });
  const admin = await listenForAdmin(cardstock.config, operation.onItsOwn).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const watcher = await watch(cardstock, studio, say).catch((error: unknown) => {
    warn(`edits will not be seen: ${(error as Error).message}`);
    return undefined;
  });
  const stop = (exitCode: number) => {
    setTimeout(() => process.exit(1), cardstock.config.shutdownMs + 500); // whatever hangs
    studio?.close(); // it holds a connection for each open page
    void admin?.close();
    Promise.all([watcher?.close(), server.close()]).then(
      () => process.exit(exitCode),
      (error: unknown) => {
        report('this was no good end:', error);
        process.exit(1);
      },
    );
  };
  outliveStrays();
  process.once('SIGINT', () => stop(0)).once('SIGTERM', () => stop(0));
  keepUpWithChromium();
  watchForHolds(cardstock.config.holdMs, (error) => {
    const [what = ''] = describeFault(error).split('\n');
    report(`the server ends, to be started anew: ${what}`, error);
    setTimeout(() => process.exit(1), lastAnswersMs); // the card that did it would wait for good
    stop(1);
  });
  for (const line of await welcome(cardstock.config, server.origin, cardstock.project)) say(line);
  if (server.insteadOf) warn(`port ${server.insteadOf} is taken, so it is the next free one`);
  if (open && !production) openInBrowser(server.origin);
  const scarcity = scarceFiles(descriptorLimit() ?? Infinity);
  if (scarcity) warn(scarcity);
  sandboxChosen.subscribe((state) => say(sandboxSentence(state)));
  await cardstock.warm().catch((error: unknown) => {
    report('not ready yet; the next card tries again:', error);
  });
}

/** Addresses are to be clicked on. */
function withColor(line: string): string {
  return line.replaceAll(/https?:\/\/\S+/g, (address) => paint('cyan', address));
}

function readPort(port: string): string {
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return port;
  throw new InvalidParameterError('port', `"${port}" is no port: expected a whole number from 0 to 65535`);
}

async function openStudioOf(cardstock: LiveCardstock, siteFolder: string | undefined): Promise<Studio> {
  const { openStudio } = await import('../studio/server/studio.ts');
  return openStudio({
    cardstock: () => cardstock.current,
    project: () => cardstock.project,
    siteFolder: siteFolder === undefined ? undefined : resolve(siteFolder),
  });
}

async function watch(cardstock: LiveCardstock, studio: Studio | undefined, say: (line: string) => void) {
  return watchProject(await currentProject(), {
    onChange(project, files) {
      cardstock.update(project);
      studio?.changed(files);
      say(reloadLine(files));
      for (const notice of project.notices ?? []) warn(notice);
    },
    onError(error) {
      studio?.failed(error);
      const { message } = error as Error; // with the lines of the template around it
      for (const line of `the old templates stay: ${message}`.split('\n')) warn(line);
    },
  });
}

/** As in `cards/hello.tsx reloaded`. */
function reloadLine(files: readonly string[]): string {
  const [first, ...others] = files.map(
    (file) => `${displayedPath(file)}${existsSync(file) ? '' : ' (gone)'}`,
  );
  return `${[first, ...others.slice(0, 2)].join(', ')}${others.length > 2 ? ` and ${others.length - 2} more` : ''} reloaded`;
}
