/** What a client may know of an error: stable code, a sentence, and for bad input the parameter and its valid values. */
export interface PublicError {
  code: string;
  message: string;
  parameter?: string;
  validValues?: readonly string[];
  /** Where more than one parameter is wrong: all of them. */
  problems?: readonly ParameterProblem[];
}

/** What is wrong with a parameter, or with a part of one (`speakers.1.name`). */
export interface ParameterProblem {
  readonly parameter: string;
  /** As in `is required`. */
  readonly problem: string;
  readonly validValues?: readonly string[];
  /** The valid one that was probably meant. */
  readonly suggestion?: string;
}

interface ErrorDetails {
  parameter?: string;
  validValues?: readonly string[];
  /** Headers the answer needs beside its status, such as `Allow`. */
  headers?: Record<string, string>;
  /** What the log needs and a stranger must not see. */
  cause?: unknown;
  /** The whole of it, for the log and for whoever works on the templates. @default the public message */
  message?: string;
}

/**
 * The base of every error Cardstock throws on purpose: `code` for machines,
 * `status` for HTTP, `publicMessage` for people. The rest stays in the log.
 */
export class CardstockError extends Error {
  readonly code: string;
  declare readonly status: number;
  declare readonly publicMessage: string;
  declare readonly headers: Readonly<Record<string, string>>;
  declare readonly parameter: string | undefined;
  declare readonly validValues: readonly string[] | undefined;

  constructor(code: string, status: number, publicMessage: string, details: ErrorDetails = {}) {
    super(details.message ?? publicMessage, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    const { headers = {}, parameter, validValues } = details;
    hide(this, { name: new.target.name, status, publicMessage, headers, parameter, validValues });
  }

  toPublic(): PublicError {
    const { code, publicMessage: message, parameter, validValues } = this;
    return { code, message, ...(parameter && { parameter }), ...(validValues && { validValues }) };
  }
}

/** Of an error that nobody caught Node prints every field; these say again what its message says. */
function hide(error: Error, fields: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(fields)) Object.defineProperty(error, name, { value });
}

/** Parameters of the request are missing, unknown, repeated or outside their limits. */
export class InvalidParameterError extends CardstockError {
  /** All that is wrong; `parameter` and `validValues` are of the first. */
  declare readonly problems: readonly ParameterProblem[];
  /** Whose props they are, for its owner: `Template "hello" (cards/hello.tsx), example "short"`. */
  declare readonly card?: string;

  constructor(
    parameter: string,
    problem: string,
    validValues?: readonly string[],
    others: readonly ParameterProblem[] = [],
    suggestion?: string,
  ) {
    const first = {
      parameter,
      problem,
      ...(validValues && { validValues }),
      ...(suggestion !== undefined && { suggestion }),
    };
    super('invalid_parameter', 400, [first, ...others].map(sentenceOf).join(' '), first);
    hide(this, { problems: [first, ...others] });
  }

  /** One error for all that is wrong, which is at least one thing. */
  static ofAll([first, ...others]: readonly ParameterProblem[]): InvalidParameterError {
    const { parameter, problem, validValues, suggestion } = first!;
    return new InvalidParameterError(parameter, problem, validValues, others, suggestion);
  }

  /** Tells its owner whose props they are; a stranger learns no file names. */
  of(card: string): this {
    if (this.card === undefined) hide(this, { card });
    return this;
  }

  override toPublic(): PublicError {
    return { ...super.toPublic(), ...(this.problems.length > 1 && { problems: this.problems }) };
  }
}

function sentenceOf(problem: ParameterProblem): string {
  return `Parameter "${problem.parameter}": ${describeProblem(problem)}`;
}

/** As in `unknown value "sqare". Did you mean "square"? Valid: og, square.` */
export function describeProblem({ problem, validValues, suggestion }: Omit<ParameterProblem, 'parameter'>) {
  return [
    `${problem}.`,
    suggestion !== undefined && `Did you mean "${suggestion}"?`,
    validValues && `Valid: ${validValues.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

export class UnknownTemplateError extends CardstockError {
  constructor(name: string, validValues: readonly string[], suggestion?: string) {
    const problem = describeProblem({
      problem: `there is no template "${name}"`,
      validValues,
      ...(suggestion !== undefined && { suggestion }),
    });
    super('unknown_template', 404, `Parameter "template": ${problem}`, {
      parameter: 'template',
      validValues,
    });
  }
}

export class NotFoundError extends CardstockError {
  constructor() {
    super('not_found', 404, 'Nothing lives at this address.');
  }
}

/** Between the look at a picture and the reading of it. */
export class PictureReplacedError extends CardstockError {
  constructor() {
    super('picture_replaced', 503, 'This picture was replaced in this very moment. Try again.', {
      headers: { 'retry-after': '1' },
    });
  }
}

/** What lies in the place of a picture is none that can be shown; the log says why. */
export class PictureUnreadableError extends CardstockError {
  constructor(path: string, cause: ImageUnavailableError) {
    const told = 'This picture could not be read';
    super('picture_unreadable', 422, `${told}.`, { message: `${path}: ${told}: ${cause.reason}.`, cause });
  }
}

export class MethodNotAllowedError extends CardstockError {
  constructor(allowed: readonly string[]) {
    const allow = allowed.join(', ');
    super('method_not_allowed', 405, `This address answers ${allow}.`, { headers: { allow } });
  }
}

export class BodyTooLargeError extends CardstockError {
  constructor(maxBytes: number) {
    super('body_too_large', 413, `The body may be at most ${maxBytes} bytes.`);
  }
}

export class UrlTooLongError extends CardstockError {
  constructor(maxBytes: number) {
    super('url_too_long', 414, `The URL may be at most ${maxBytes} bytes long.`);
  }
}

/** The request itself cannot be read (a malformed URL, a body that breaks off). */
export class MalformedRequestError extends CardstockError {
  constructor(cause?: unknown) {
    super('malformed_request', 400, 'The request could not be read.', { cause });
  }
}

/** Thrown for whoever floods us, so it does not look where: that would be a quarter of what it costs. */
class RefusalError extends CardstockError {
  constructor(...details: ConstructorParameters<typeof CardstockError>) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(...details);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Vague to a stranger on purpose; the start-up line and the README name the setting. */
export class UnsignedRequestError extends RefusalError {
  constructor() {
    super('unsigned_request', 403, 'This server photographs signed requests only.');
  }
}

/** Which byte was wrong is nobody's business. */
export class InvalidSignatureError extends RefusalError {
  constructor() {
    super('invalid_signature', 403, 'The signature does not fit this URL.');
  }
}

/** Truly signed by us, for a time that has passed. */
export class ExpiredUrlError extends CardstockError {
  constructor() {
    super('expired_url', 410, 'This URL has expired.');
  }
}

/** A sealed URL that was cut, retyped or made up: nothing in it can be corrected by hand. */
export class DamagedUrlError extends CardstockError {
  constructor(cause?: unknown) {
    super('damaged_url', 400, 'This card URL is damaged: take it as a whole, from where it was made.', {
      cause,
    });
  }
}

export class QueueFullError extends RefusalError {
  constructor() {
    super('queue_full', 503, 'Too many cards are waiting. Try again shortly.', {
      headers: { 'retry-after': '1' },
    });
  }
}

/** The event loop itself is late: whatever is begun now makes all that runs later still. */
export class OverloadedError extends CardstockError {
  constructor() {
    super('overloaded', 503, 'The server is busy. Try again shortly.', { headers: { 'retry-after': '1' } });
  }
}

/** An address has asked for more of what nobody signed than its share. */
export class TooManyRequestsError extends RefusalError {
  constructor() {
    super('too_many_requests', 429, 'Too many requests from this address. Try again in a minute.', {
      headers: { 'retry-after': '60' },
    });
  }
}

/** A local server was asked under another name: by a page that made the name lead to this machine. */
export class UnknownHostError extends CardstockError {
  constructor() {
    super(
      'unknown_host',
      421,
      'This server is for its own machine and answers to localhost. OG_ALLOWED_HOSTS names others.',
    );
  }
}

/** A page of elsewhere asks a local server. */
export class UnknownOriginError extends CardstockError {
  constructor() {
    super(
      'unknown_origin',
      403,
      'This server is for its own machine and its pages. OG_ALLOWED_HOSTS names others.',
    );
  }
}

/** Each connection takes a descriptor, and what draws and stores cards needs some as well. */
export class TooManyConnectionsError extends CardstockError {
  constructor() {
    super('too_many_connections', 503, 'Too many connections hold a request. Try again shortly.', {
      headers: { 'retry-after': '1' },
    });
  }
}

export class RenderTimeoutError extends CardstockError {
  constructor(timeoutMs: number, cause?: unknown) {
    super('render_timeout', 504, `The card was not ready within ${timeoutMs} ms.`, { cause });
  }
}

/** No browser could be started, or each one died while it held the card. */
export class BrowserUnavailableError extends CardstockError {
  constructor(cause: unknown) {
    super('browser_unavailable', 503, 'The browser is not available. Try again shortly.', {
      headers: { 'retry-after': '5' },
      cause,
    });
  }
}

/**
 * A picture for a card is asked for from where pictures may not come from, or in a form they
 * may not have. To blame is who wrote its source; `reason` is for the log.
 */
export class ImageNotAllowedError extends CardstockError {
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    super('image_not_allowed', 400, 'A picture of this card has a source that is not allowed.', { cause });
    this.reason = reason;
  }
}

/**
 * A picture for a card could not be had from where it should come from. A stranger learns no
 * more: how a name resolves or what answered there is nobody's business but the log's.
 */
export class ImageUnavailableError extends CardstockError {
  readonly reason: string;
  /** What lies there is no picture that could be shown, however often it is asked for. */
  readonly isLasting: boolean;

  constructor(reason: string, cause?: unknown, { isLasting = false } = {}) {
    super('image_unavailable', 502, 'A picture of this card could not be had.', { cause });
    this.reason = reason;
    this.isLasting = isLasting;
  }
}

/** A font file of a template is damaged where only Chromium looks: no other browser would do better. */
export class FontRefusedError extends CardstockError {
  constructor(families: readonly string[]) {
    const message = `Chromium cannot draw with the font ${[...new Set(families)].join(', ')} of this template.`;
    super('font_refused', 500, message, { cause: 'its file is damaged' });
  }
}

/** The caller went away before its card's turn came; nobody reads the answer. */
export class RequestAbortedError extends CardstockError {
  constructor(cause?: unknown) {
    super('request_aborted', 499, 'The request was aborted.', { cause });
  }
}

/** A bug of ours or of a template: the stranger learns nothing, the log gets the cause. */
export class InternalError extends CardstockError {
  constructor(cause: unknown, message?: string) {
    const details = { cause, ...(message !== undefined && { message }) };
    super('internal_error', 500, 'Something went wrong on our side.', details);
  }
}

/** A template failed at its card, or draws what cannot be drawn: the log and the command line say which and why. */
export class TemplateFailedError extends InternalError {
  /** As people are told of it: `Template "hello" (cards/hello.tsx), example "short"`. */
  readonly template: string;

  constructor(template: string, cause: unknown) {
    super(cause, `${template}: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.template = template;
  }
}

/** The `load` of a template failed, or was not ready in time. */
export class DataUnavailableError extends CardstockError {
  constructor(template: string, cause: unknown) {
    const message = `${template}: its data could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}`;
    super('data_unavailable', 502, 'The data of this card could not be had.', { message, cause });
  }
}

/** The store of images failed where nothing else could be done instead. */
export class StoreFailedError extends CardstockError {
  constructor(cause?: unknown) {
    const told = 'The store of images could not be reached, or refused';
    const reason = cause instanceof Error ? `: ${cause.message || cause.name}` : '';
    super('store_failed', 502, `${told}.`, { message: told + reason, cause });
  }
}

/** Who asks has not shown that it may administrate. Which of its reasons it was is nobody's business. */
export class UnauthorizedError extends RefusalError {
  constructor(hadToken: boolean) {
    super('unauthorized', 401, 'This address is for administrators of this server.', {
      headers: {
        'www-authenticate': `Bearer realm="cardstock"${hadToken ? ', error="invalid_token"' : ''}`,
      },
    });
  }
}

/** Whether a token is good cannot be told now: where its keys are published does not answer. */
export class GuardUnavailableError extends CardstockError {
  constructor(cause: unknown) {
    super('guard_unavailable', 503, 'Tokens cannot be checked at the moment. Try again shortly.', {
      headers: { 'retry-after': '5' },
      cause,
    });
  }
}

export class PictureNotFoundError extends CardstockError {
  constructor(path: string) {
    super('picture_not_found', 404, `There is no picture "${path}".`, { parameter: 'path' });
  }
}

/** Under this name there is a picture, and nobody said that it may go. */
export class PictureExistsError extends CardstockError {
  constructor(path: string) {
    super(
      'picture_exists',
      409,
      `Something is at "${path}" already. Remove it, take another name, or make the upload address with "overwrite": true.`,
      { parameter: 'name' },
    );
  }
}

/** A one-time address, at its second time. */
export class UploadUsedError extends CardstockError {
  constructor() {
    super('upload_used', 410, 'This upload address has been used: each takes one picture. Ask for another.');
  }
}

/** The rest of it is not read, so the connection cannot go on. */
export class UploadTooLargeError extends CardstockError {
  constructor(maxBytes: number) {
    super('upload_too_large', 413, `The body has more than the ${maxBytes} bytes that this address takes.`, {
      headers: { connection: 'close' },
    });
  }
}

/** The body did not come in time. */
export class UploadTimeoutError extends CardstockError {
  constructor(timeoutMs: number) {
    super('upload_timeout', 408, `The body was not there within ${timeoutMs} ms.`, {
      headers: { connection: 'close' },
    });
  }
}

/** What came is not in a form, or not of a kind, that is taken. */
export class UnsupportedUploadError extends CardstockError {
  constructor(problem: string, validValues: readonly string[]) {
    super('unsupported_upload', 415, `${problem} Valid: ${validValues.join(', ')}.`, { validValues });
  }
}

/** What came says that it is a picture, and cannot be shown as one. */
export class BrokenPictureError extends CardstockError {
  constructor(reason: string, cause?: unknown) {
    super('broken_picture', 422, `This picture cannot be kept: ${reason}.`, {
      cause,
    });
  }
}

/** The body of an upload breaks off, or has another number of pictures in it than one. */
export class MalformedUploadError extends CardstockError {
  constructor(problem: string, cause?: unknown) {
    super('malformed_upload', 400, `The upload could not be read: ${problem}.`, { cause });
  }
}

/** What is held of all uploads together has its limit. */
export class TooManyUploadsError extends RefusalError {
  constructor() {
    super('too_many_uploads', 503, 'Too many uploads at once. Try again shortly.', {
      headers: { 'retry-after': '2', connection: 'close' },
    });
  }
}

/** The place of the pictures of a site failed: its bucket refused or did not answer. */
export class PicturesUnavailableError extends CardstockError {
  constructor(cause?: unknown) {
    const reason = cause instanceof Error ? `: ${cause.message || cause.name}` : '';
    const told = 'The pictures of this site could not be reached';
    super('pictures_unavailable', 502, `${told}.`, { message: told + reason, cause });
  }
}

/** A CDN still has what was purged here: it refused to forget it, or could not be asked. */
export class CdnPurgeError extends CardstockError {
  constructor(cdn: string, reason: string, cause?: unknown) {
    super('cdn_purge_failed', 502, 'A CDN was not purged.', {
      message: `${cdn} was not purged: ${reason}.`,
      cause,
    });
  }
}

/** One picture after the other could not be copied: what is wrong is no matter of pictures. */
export class ImportStoppedError extends CardstockError {
  constructor(failures: number, reason: string) {
    const told = `${failures} pictures in a row could not be copied, so the import was stopped; the next one goes on from there`;
    super('import_stopped', 502, `${told}. The last reason: ${reason}`);
  }
}

/** A setting of the environment is wrong; the process does not start. */
export class ConfigError extends CardstockError {
  constructor(message: string, cause?: unknown) {
    super('invalid_config', 500, message, { cause });
  }
}

/** Nobody can listen where a setting says; the message names it and the way out. */
export class ListenError extends CardstockError {
  constructor(message: string, cause?: unknown) {
    super('cannot_listen', 500, message, { cause });
  }
}

/** Cloudinary refused what setting up or checking the account needs; the message says what to change. */
export class CloudinaryError extends CardstockError {
  constructor(message: string, cause?: unknown) {
    super('cloudinary_failed', 502, message, { cause });
  }
}

/** A template or the registry is declared wrongly; the process does not start. */
export class TemplateError extends CardstockError {
  constructor(message: string, cause?: unknown) {
    super('invalid_template', 500, message, { cause });
  }
}

/** Nothing is asked of this address: it is not http(s), or lies in a network that strangers may not send us to. */
export class AddressNotAllowedError extends CardstockError {
  readonly reason: string;

  constructor(address: string, reason: string) {
    super('address_not_allowed', 400, `${address}: ${reason}.`);
    this.reason = reason;
  }
}

/** An address of a site did not answer, or not to its end; `reason` says how. */
export class UnreachableError extends CardstockError {
  readonly reason: string;
  /** To ask again would come to the same. */
  readonly isLasting: boolean;

  constructor(address: string, reason: string, { cause, isLasting = false }: UnreachableDetails = {}) {
    super('unreachable', 502, `${address}: ${reason}.`, { cause });
    this.reason = reason;
    this.isLasting = isLasting;
  }
}

interface UnreachableDetails {
  cause?: unknown;
  isLasting?: boolean;
}

/** What `warm` or `doctor` was pointed at is none of the things that it takes; the message names it. */
export class TargetError extends CardstockError {
  constructor(target: string, problem: string, cause?: unknown) {
    super('invalid_target', 400, `"${target}" ${problem}.`, { cause });
  }
}

/** Tags that were taken out of a page cannot be put back: the page is not the one they came from. */
export class PageEditedError extends CardstockError {
  constructor() {
    super(
      'page_edited',
      409,
      'The page was edited since its own tags were taken out, so they cannot be put back. Build the site anew.',
    );
  }
}

/** Tags that were taken out of a page cannot be put back: nobody kept them. */
export class TagsLostError extends CardstockError {
  constructor() {
    super(
      'tags_lost',
      409,
      "The page's own tags made way for ours, and the cache folder that kept them is gone, so they cannot be put back. Build the site anew.",
    );
  }
}
