import type { Config } from '../config.ts';
import { UnsignedRequestError } from '../errors.ts';

/**
 * Who may have a card made. Comes before any look at a cache and before any work.
 *
 * There is no signed form yet, so every request is unsigned: welcome on a local
 * server, and elsewhere only by `OG_ALLOW_UNSIGNED=true`.
 *
 * @throws {UnsignedRequestError} this server does not take unsigned requests.
 */
export function authorize(_request: Request, config: Pick<Config, 'allowUnsigned'>): void {
  if (!config.allowUnsigned) throw new UnsignedRequestError();
}
