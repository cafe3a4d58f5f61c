import { reachOf } from '../../../system/network/hosts.ts';
import { valueOf } from '../page-tags.ts';
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
  const address = `${tag} ("${written}")`;
  if (!URL.canParse(written, visit.page.url.href))
    yield error('address-invalid', `${address} is no address.`);
  else if (!URL.canParse(written)) {
    yield error('address-relative', `${address} is relative: crawlers want whole addresses.`);
  } else yield* checkWhole(address, new URL(written), visit);
}

function* checkWhole(address: string, url: URL, { page, allowLocal }: Visit): Iterable<Problem> {
  if (!/^https?:$/.test(url.protocol)) {
    yield error('address-invalid', `${address} is no address of the web.`);
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

export const addressRules: readonly Rule[] = [imageAddress, pageAddress];
