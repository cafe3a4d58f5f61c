import * as z from 'zod';
import { count, port } from '../../system/settings/schemas.ts';
import { setting, type Values } from '../../system/settings/setting.ts';

export const operateSettings = {
  holdMs: setting('CARDSTOCK_HOLD_MS', count.default(10_000), {
    about:
      'processor time for which code of a template may hold the event loop behind an `await`, before it is stopped and the process ends, to be started anew',
  }),
  adminPort: setting('CARDSTOCK_ADMIN_PORT', port.optional(), {
    about: 'a port of their own for `/health`, `/ready` and `/metrics`',
    shownDefault: '`PORT`, in production without `/metrics`',
  }),
  logLevel: setting('LOG_LEVEL', z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'), {
    about: 'what `start` logs: `silent`, `error`, `warn`, `info` or `debug`',
  }),
};

export type OperateSettings = Values<typeof operateSettings>;
