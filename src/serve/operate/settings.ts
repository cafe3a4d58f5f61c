import * as z from 'zod';
import { count } from '../../system/settings/schemas.ts';
import { setting, type Values } from '../../system/settings/setting.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const proxies = z.string().transform((text) => (/^\d+$/.test(text) ? Number(text) : text));

export const operateSettings = {
  adminPort: setting('CARDSTOCK_ADMIN_PORT', port.optional(), {
    about: 'a port of their own for `/health`, `/ready` and `/metrics`',
    shownDefault: '`PORT`, in production without `/metrics`',
  }),
  logLevel: setting('LOG_LEVEL', z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'), {
    about: 'what `start` logs: `silent`, `error`, `warn`, `info` or `debug`',
  }),
  trustProxy: setting('CARDSTOCK_TRUST_PROXY', proxies.optional(), {
    about: 'whose `X-Forwarded-For` counts: how many proxies are in front, or their addresses',
    shownDefault: 'nobody',
  }),
  requestsPerMinute: setting('CARDSTOCK_REQUESTS_PER_MINUTE', count.default(600), {
    about: 'how many unsigned and refused requests an address may send, in production; signed ones are free',
  }),
};

export type OperateSettings = Values<typeof operateSettings>;
