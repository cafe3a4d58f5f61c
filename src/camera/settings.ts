import { availableParallelism, tmpdir } from 'node:os';
import * as z from 'zod';
import { type Deployment, readDeployment } from '../system/settings/deployment.ts';
import { count, path } from '../system/settings/schemas.ts';
import { setting, type Values } from '../system/settings/setting.ts';

export const cameraSettings = {
  chromePath: setting('CARDSTOCK_CHROME', path.optional(), {
    about: 'a Chrome of your own; needed on macOS, Windows and ARM only where none is installed',
    shownDefault: 'the bundled Chromium',
  }),
  /** One browser photographs one card at a time. */
  browsers: setting('CARDSTOCK_BROWSERS', count.max(64), {
    about: 'cards photographed at once',
    shownDefault: 'one per core; one on Lambda',
    byDefault: (environment) => (readDeployment(environment).serverless ? 1 : availableParallelism()),
  }),
  /** Beyond those being photographed. */
  maxQueue: setting('CARDSTOCK_MAX_QUEUE', z.coerce.number().int().min(0).default(64), {
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
