import { baseCss } from '../../card/document.ts';
import { isStillPicture } from './is-still-picture.ts';
import { stateful } from './stateful.ts';

/** Elements that are what their markup says, and nothing beside: no state, no loading, no time. */
const plainElements = new Set(
  (
    'a abbr address article aside b bdi blockquote body br cite code data dd del dfn div dl dt em figcaption ' +
    'figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html i img ins kbd li main mark nav ol p pre q s samp section ' +
    'small span strong sub sup time u ul var wbr ' +
    'svg g path rect circle ellipse line polyline polygon text tspan defs lineargradient radialgradient stop ' +
    'clippath mask pattern symbol use title desc image'
  ).split(' '),
);

const tags = /<\/?([a-z][^\s/>]*)/gi;
/** What starts something, or has a picture come later or be chosen among several. */
const restless = /\s(?:autofocus|popover|contenteditable)\b|\s(?:loading|srcset|is|on[a-z]+)\s*=/i;
const dataUrls = /data:[\w+./-]*[;,][^"'\s<>)&]*/gi;

/**
 * Whether nothing in a document has a memory: then what it looks like depends on what it holds
 * now, and not on what it held before. Looked at as text, and refused in doubt.
 */
export function isStill(frame: string, body: string): boolean {
  const css = frame.replace(baseCss, '').replaceAll(dataUrls, '');
  const markup = body.replaceAll(dataUrls, '');
  return (
    !stateful.test(css) &&
    !(css.includes(':dir(') && css.includes('url(')) && // words of another direction may ask for a picture
    !stateful.test(markup) &&
    !restless.test(markup) &&
    [...markup.matchAll(tags)].every(([, name]) => plainElements.has(name!.toLowerCase())) &&
    [...(frame + body).matchAll(dataUrls)].every(([url]) => isStillPicture(url))
  );
}
