import { reachOf } from '../../../system/network/hosts.ts';
import { valueOf } from '../page-tags.ts';
import { isPlaceholderAddress } from './placeholder.ts';
import { error, type Problem, type Rule, type Visit, warning } from './rule.ts';

function* imageAddress(visit: Visit): Iterable<Problem> {
  const { declared } = visit;
  if (declared) yield* check(declared.tag, declared.url, visit);
}

function* pageAddress(visit: Visit): Iterable<Problem> {
  const written = valueOf(visit.tags, 'og:url');
  if (written) yield* check('og:url', written, visit);
}

function* check(tag: string, written: string, visit: Visit): Iterable<Problem> {
  const address = `${tag} ("${shortened(written)}")`;
  if (isPlaceholderAddress(written)) {
    yield error('tag-placeholder', `${address} is what a program left there.`);
  } else if (!URL.canParse(written, visit.page.url.href))
    yield error('address-invalid', `${address} is no address.`);
  else if (!URL.canParse(written)) {
    yield error('address-relative', `${address} is relative: crawlers want whole addresses.`);
  } else yield* checkWhole(address, new URL(written), visit);
}

function* checkWhole(address: string, url: URL, visit: Visit): Iterable<Problem> {
  const { page, allowLocal } = visit;
  if (url.protocol === 'data:') {
    yield error('address-invalid', `${address} is the image itself: crawlers want its address.`);
    return;
  }
  if (!/^https?:$/.test(url.protocol)) {
    yield error('address-invalid', `${address} is no address of the web.`);
    return;
  }
  const host = hostsOf(visit).find((known) => isGlued(url.hostname, known));
  if (host) {
    yield error('address-glued', `${address} lacks the slash behind ${host}.`);
    return;
  }
  const reach = reachOf(url.hostname);
  if (reach === 'private' && allowLocal) return;
  if (reach === 'private') yield error('address-private', `${address} is where no crawler can reach.`);
  if (reach === 'preview') {
    // Whoever looks at a preview may want to see it as it is.
    const tell = url.hostname === page.url.hostname ? warning : error;
    yield tell('address-preview', `${address} is in a preview, which will be gone or hidden.`);
  }
  if (url.protocol === 'http:') yield error('address-not-https', `${address} is not https.`);
}

/** `https://example.com` and `assets/a.png` make a host that there is not. */
function isGlued(hostname: string, known: string): boolean {
  return hostname.startsWith(known) && /^[a-z\d_-]/.test(hostname.slice(known.length));
}

/** Where the page says that it lives, as well as where it does. */
function hostsOf({ tags, page }: Visit): string[] {
  const named = [valueOf(tags, 'og:url'), tags.canonical].filter((url) => url && URL.canParse(url));
  return [page.url, ...named].map((url) => new URL(url!).hostname).filter((host) => host !== '');
}

/** The data of an image would fill many screens. */
function shortened(address: string): string {
  return address.length > 200 ? `${address.slice(0, 60)}…` : address;
}

function* whereabouts(visit: Visit): Iterable<Problem> {
  const url = valueOf(visit.tags, 'og:url');
  // That it is relative is told already.
  if (url && URL.canParse(url)) yield* missed('og:url', url, visit);
  const { canonical } = visit.tags;
  if (canonical) yield* missed('The canonical link', canonical, visit);
}

function* missed(what: string, written: string, { page, lacksPage }: Visit): Iterable<Problem> {
  if (!URL.canParse(written, page.url.href) || !lacksPage(new URL(written, page.url))) return;
  yield warning('address-nowhere', `${what} ("${written}") is a page that the site does not have.`);
}

export const addressRules: readonly Rule[] = [imageAddress, pageAddress, whereabouts];
