import { availableParallelism, tmpdir } from 'node:os';
import * as z from 'zod';
import { type Deployment, readDeployment } from '../system/settings/deployment.ts';
import { count, countOrNone, path } from '../system/settings/schemas.ts';
import { type Setting, setting, type Values } from '../system/settings/setting.ts';

export const cameraSettings = {
  chromePath: setting('CARDSTOCK_CHROME', path.optional(), {
    about: 'a Chrome of your own; needed on macOS, Windows and ARM only where none is installed',
    shownDefault: 'the bundled Chromium',
  }),
  browserFolder: setting('CARDSTOCK_BROWSER_FOLDER', path.optional(), {
    about: 'where `cardstock unpack` has put Chromium, so that no start has to',
    shownDefault: 'below `CARDSTOCK_TMP`',
  }),
  /** One browser photographs one card at a time. */
  browsers: orAuto(
    setting('CARDSTOCK_BROWSERS', count.max(64), {
      about: 'cards photographed at once',
      shownDefault: '`auto`: one per core, as many as the memory holds; one on Lambda',
      byDefault: (environment) =>
        readDeployment(environment).serverless
          ? 1
          : browsersWithin(availableParallelism(), process.constrainedMemory()),
    }),
  ),
  /** Beyond those being photographed. */
  maxQueue: setting('CARDSTOCK_MAX_QUEUE', countOrNone.default(64), {
    about: 'cards that may wait; for more there is the fallback card, or 503',
  }),
  /** From the request to the image: waiting, launching and one retry included. */
  timeoutMs: setting('CARDSTOCK_TIMEOUT_MS', count.default(20_000), {
    about: 'until a card is given up',
  }),
  /** WhatsApp shows no picture above 600. */
  budgetKilobytes: setting('CARDSTOCK_BUDGET_KB', count.default(300), {
    about: 'what a picture should weigh at most, in thousands of bytes',
  }),
  /** Before slow leaks matter. */
  recycleAfter: setting('CARDSTOCK_RECYCLE_AFTER', count.default(1_000), {
    about: 'cards until a browser is replaced',
  }),
  sandbox: setting('CARDSTOCK_SANDBOX', z.enum(['auto', 'on', 'off']).default('auto'), {
    about:
      "`on`, `off`: Chromium's own sandbox; `auto` tries it and says what came of it. Root and Lambda have none",
  }),
  /** The profiles live there as well. */
  temporaryFolder: setting('CARDSTOCK_TMP', path, {
    about: 'where Chromium is unpacked',
    shownDefault: "the system's",
    byDefault: () => tmpdir(),
  }),
};

export interface CameraSettings extends Values<typeof cameraSettings>, Pick<Deployment, 'serverless'> {}

/**
 * What Node and each browser are counted with, here and by `cardstock check`: some reserve over
 * 432 MB in all with one browser and 616 with two, after 200 cards in ten scripts.
 */
export const nodeMegabytes = 200;
export const browserMegabytes = 400;

/** @param memoryBytes The container's limit; 0 or more than any machine has where there is none. */
export function browsersWithin(cores: number, memoryBytes: number): number {
  if (memoryBytes === 0) return cores;
  const megabytes = memoryBytes / 2 ** 20;
  return Math.min(Math.max(Math.floor((megabytes - nodeMegabytes) / browserMegabytes), 1), cores);
}

/** The default has a name of its own. */
function orAuto<Value>(own: Setting<Value>): Setting<Value> {
  const read: Setting<Value>['read'] = (environment) =>
    own.read(environment[own.variable] === 'auto' ? { ...environment, [own.variable]: '' } : environment);
  return { ...own, read };
}
