/** What mail, advertising and social networks hang onto the links that pass through them. */
const tracking =
  /^(?:(?:utm|mtm|pk|hsa)_\w+|_{0,2}hs(?:enc|mi|tc|fp|ctatracking)|[gd]clid|gclsrc|[gw]braid|srsltid|fbclid|igsh|igshid|msclkid|ys?clid|twclid|ttclid|li_fat_id|epik|mc_[ce]id|mkt_tok|_ga|_gl|_openstat|vero_id|oly_(?:anon|enc)_id|ck_subscriber_id|s_cid|ref_src)$/i;

export interface LenientQuery {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  /** Names of parameters that count for nothing. */
  readonly ignored: readonly string[];
}

/**
 * What a readable URL surely means after pages and networks had it in their hands: `&amp;` is
 * `&`, a parameter that says nothing was not given, and nobody means to set `fbclid`. What is
 * signed is read to the letter.
 */
export function readLeniently(search: URLSearchParams): LenientQuery {
  const all = Array.from(search, ([name, value]) => [name.replace(/^(?:amp;)+/, ''), value] as const);
  if (all.some(([name]) => name === 'exp' || name === 'sig')) return { pairs: [...search], ignored: [] };
  const counts = ([name, value]: readonly [string, string]) => value !== '' && !tracking.test(name);
  const ignored = all.filter((pair) => !counts(pair)).map(([name]) => name);
  return { pairs: all.filter(counts), ignored: [...new Set(ignored)] };
}
