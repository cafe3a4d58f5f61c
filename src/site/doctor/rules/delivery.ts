import { mediaTypes } from '../file-kind.ts';
import { error, foundImage, info, type Problem, type Rule, type Visit, warning } from './rule.ts';
import { plural } from '../../../system/plural.ts';

/** Whether the image comes at all. */
function* arrival({ image }: Visit): Iterable<Problem> {
  if (image?.robots === 'blocked')
    yield error('blocked-by-robots', 'robots.txt forbids to ask for the image.');
  if (image?.report.outcome === 'unchecked') {
    yield info('image-unchecked', `The image ${image.name} was not checked: ${image.report.reason}.`);
  }
  if (image?.report.outcome === 'unreachable') {
    yield error('image-unreachable', `The image ${image.name} cannot be had: ${image.report.reason}.`);
  }
}

function* redirects(visit: Visit): Iterable<Problem> {
  const address = visit.declared?.url;
  const [first, ...others] = foundImage(visit)?.redirects ?? [];
  if (!first || !address) return;
  if (others.length === 0 && isOnlyMoreSecure(address, first)) {
    yield warning('http-to-https', 'The image leads to the same address with https: write that.');
    return;
  }
  const count = others.length + 1;
  const led = `The image leads to ${others.at(-1) ?? first}, by ${plural(count, 'redirect')}.`;
  yield warning('image-redirected', `${led} Some crawlers do not follow: write that address.`);
}

function isOnlyMoreSecure(address: string, target: string): boolean {
  const [from, to] = [address, target].map((text) => (URL.canParse(text) ? new URL(text) : undefined));
  if (from?.protocol !== 'http:' || to?.protocol !== 'https:') return false;
  return from.hostname === to.hostname && from.pathname === to.pathname && from.search === to.search;
}

function* slowness(visit: Visit): Iterable<Problem> {
  const { elapsedMs = 0 } = foundImage(visit) ?? {};
  if (elapsedMs > visit.slowMs) {
    yield warning('image-slow', `The image took longer than ${visit.slowMs} ms. Is it warm?`);
  }
}

function* contentType(visit: Visit): Iterable<Problem> {
  const found = foundImage(visit);
  if (!found) return;
  const { contentType: type, picture } = found;
  if (type === undefined) {
    yield error('image-content-type', 'The image comes without a Content-Type that says what it is.');
  } else if (!type.startsWith('image/')) {
    yield error('image-content-type', `The image comes as ${type}.`);
  } else if (picture && type !== mediaTypes[picture.kind] && type !== 'image/jpg') {
    yield warning('type-wrong', `The image comes as ${type} and is ${mediaTypes[picture.kind]}.`);
  }
}

function* standIn(visit: Visit): Iterable<Problem> {
  if (foundImage(visit)?.isStandIn) {
    yield error(
      'image-stand-in',
      'Cardstock could not make this card and sent another picture in its place.',
    );
  }
}

export const deliveryRules: readonly Rule[] = [arrival, redirects, slowness, contentType, standIn];
