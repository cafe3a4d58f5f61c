import * as z from 'zod';
import { setting, type Values } from '../../system/settings/setting.ts';

const port = z.coerce.number().int().min(0).max(65_535);

export const operateSettings = {
  adminPort: setting('CARDSTOCK_ADMIN_PORT', port.optional(), {
    about: 'a port of their own for `/health`, `/ready` and `/metrics`',
    shownDefault: '`PORT`, in production without `/metrics`',
  }),
  logLevel: setting('LOG_LEVEL', z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'), {
    about: 'what `start` logs: `silent`, `error`, `warn`, `info` or `debug`',
  }),
};

export type OperateSettings = Values<typeof operateSettings>;
