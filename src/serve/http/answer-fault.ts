import Negotiator from 'negotiator';
import { type CardstockError, InternalError, TemplateFailedError } from '../../errors.ts';
import { describeFault } from '../../system/source-position.ts';
import { type Answer, withoutBody } from './answer.ts';
import { faultPicture } from './fault-picture.ts';
import { commonHeaders, neverCached } from './headers.ts';

/** As everywhere: the first is what a client gets that takes anything. */
const kinds = ['text/plain', 'application/json', 'text/html', 'image/svg+xml', 'image/webp'] as const;

/**
 * The answer to whoever is writing a template that throws: its error, where it comes from, and
 * the lines around that, as a page for a browser, and as a picture of these words for an image
 * element. Never a card, for that would look like one that is merely wrong.
 */
export function answerFault(error: CardstockError, { method, headers }: Request): Answer {
  const accept = headers.get('accept');
  const kind = new Negotiator({ headers: { ...(accept && { accept }) } }).mediaType([...kinds]) ?? kinds[0];
  const text = textOf(error);
  const isPicture = kind.startsWith('image/');
  const bodies = {
    'text/plain': `${text}\n`,
    'application/json': `${JSON.stringify({ error: { code: error.code, message: text } })}\n`,
    'text/html': faultPage(text),
    'image/svg+xml': faultPicture(text),
  };
  const type = isPicture ? 'image/svg+xml' : (kind as keyof typeof bodies);
  const body = new TextEncoder().encode(bodies[type]);
  const all = {
    ...commonHeaders,
    ...error.headers,
    ...neverCached,
    'content-type': isPicture ? type : `${type}; charset=utf-8`,
    'content-length': String(body.byteLength),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    vary: 'accept',
  };
  return withoutBody({ status: error.status, headers: all, body }, method);
}

function textOf(error: CardstockError): string {
  if (error instanceof TemplateFailedError) return `${error.template}: ${describeFault(error.cause)}`;
  if (error instanceof InternalError) return describeFault(error.cause);
  const causes = causesOf(error).map((cause) => `because of: ${cause}`);
  return [error.message, ...causes].join('\n');
}

/** Those whose words its own do not hold. */
function causesOf({ cause, message }: Error): string[] {
  if (!(cause instanceof Error)) return typeof cause === 'string' ? [cause] : [];
  return [...(message.includes(cause.message) ? [] : [cause.message]), ...causesOf(cause)];
}

function faultPage(text: string): string {
  const [message = '', ...lines] = text.split('\n').map(escapeHtml);
  const frame = lines.join('\n').replaceAll(/^\n+|\n+$/g, '');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${message}</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 880px; margin: 12vh auto; padding: 0 24px }
  h1 { font-size: 22px; overflow-wrap: anywhere }
  pre { padding: 16px; border-radius: 8px; background: #8882; font: 14px/1.5 ui-monospace, monospace; overflow: auto }
</style>
<h1>${message}</h1>
${frame && `<pre>${frame}</pre>\n`}<p>The card was not made. Save the file, and ask again.</p>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
