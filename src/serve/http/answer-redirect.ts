import type { CameraSettings } from '../../camera/settings.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import { type Card, type CardRequest, resolveCard } from '../../card/resolve.ts';
import { inTemplateTime } from '../../card/time-of-template.ts';
import { cloudinaryUrl } from '../cloudinary/delivery-url.ts';
import type { CloudinarySettings } from '../cloudinary/settings.ts';
import type { ServeSettings } from '../settings.ts';
import { sealedPath } from '../url/sealed-url.ts';
import type { Answer } from './answer.ts';
import { authorize, type Permit } from './authorize.ts';
import { asCardstockError, answerError, reportTrouble } from './answer-error.ts';
import { InternalError, RenderTimeoutError } from '../../errors.ts';
import { abortable } from '../../system/abortable.ts';
import { answerFault } from './answer-fault.ts';
import { type CardSizes, type SizedAddress, withoutSizeParameter } from './card-size.ts';
import { commonHeaders, ignoredHeader, maxAge, redirectMaxAgeSeconds } from './headers.ts';
import { parseAddress, readCard } from './parse.ts';

export interface RedirectServices {
  readonly config: ServeSettings & CloudinarySettings & Pick<CameraSettings, 'timeoutMs'>;
  readonly templates: TemplateRegistry;
  /** None where cards are had in their own size alone. */
  readonly sizes?: CardSizes | undefined;
}

/**
 * Sends whoever asks readably to where the card is cached: to Cloudinary, or to the sealed
 * URL on this very site. Neither redirects, so there is no loop, and nothing of the request
 * but the card itself gets into the address.
 */
export async function answerRedirect(
  request: Request,
  { config, templates, sizes }: RedirectServices,
): Promise<Answer> {
  try {
    const whole = parseAddress(request, config, ['GET', 'HEAD']);
    const permit = authorize(whole, config);
    const address: SizedAddress = sizes ? withoutSizeParameter(whole, sizes.names, templates) : whole;
    const asked = readCard(address, templates.names).request;
    const card = await resolveInTime(asked, templates, config);
    const headers = {
      ...commonHeaders,
      ...ignoredHeader(address),
      location: await inTemplateTime(() => locationOf(card, permit, config, address.size), card.template),
      'cache-control': `public, max-age=${maxAge(redirectMaxAgeSeconds, permit.expiresAt)}`,
    };
    return { status: 302, headers, body: null };
  } catch (thrown) {
    const error = asCardstockError(thrown);
    reportTrouble(error);
    if (error instanceof InternalError && !config.production) return answerFault(error, request);
    return answerError(error, request.method, request.headers.get('accept'));
  }
}

/** What never settles is given up as where a card is drawn. */
function resolveInTime(
  asked: CardRequest,
  templates: TemplateRegistry,
  { timeoutMs }: RedirectServices['config'],
): Promise<Card> {
  const deadline = AbortSignal.timeout(timeoutMs);
  return abortable(resolveCard(asked, templates, { data: 'optional' }), deadline).catch((error: unknown) => {
    throw deadline.aborted ? new RenderTimeoutError(timeoutMs, error) : error;
  });
}

/**
 * An expired request is sent on with its date: the renderer knows which picture to show instead.
 * One that nobody signed is sent on unsigned: a signature would be good elsewhere, and for ever.
 * A size is had here: Cloudinary keeps cards as they are.
 */
function locationOf(
  card: Card,
  { isSigned, expiresAt, isExpired }: Permit,
  config: RedirectServices['config'],
  size: string | undefined,
): Promise<string> | string {
  if (config.cloudinary && !isExpired && size === undefined)
    return cloudinaryUrl(card, config, { expiresAt });
  const { basePath, paths, secrets } = config;
  return `${basePath}${sealedPath(card, { paths, secrets: isSigned ? secrets : [] }, { expiresAt, size })}`;
}
