/**
 * What people set between the name of a page and that of its site: a sign between spaces, a bar
 * or an arrow without, a colon behind a word.
 */
const separator = String.raw`(?:\s+(?:::|--|[-–—―|¦·•∙‧・»«‹›→←⟩⟨~⋅/\\@_:：])\s+|\s*[|｜¦»›→«‹←]\s*|\s*[：]\s*|:\s+|\s+—|—\s+)`;
/** Signs that only part, whatever stands beside them; guillemets are quotes as well. */
const parting = String.raw`|｜¦·•∙‧・←→⟩⟨⋅–—―：`;
const guillemets = '»«‹›';
/** These may belong to a word: `@media`, `~Owl()`, `/etc/hosts`, `Node_`, `:hover`. */
const wordly = String.raw`-~/\\@_:`;
const [loose, looseButQuotes] = [parting + guillemets, parting].map(looseAtEnds) as [RegExp, RegExp];

/** As above, at an end where nothing else is left. */
function looseAtEnds(signs: string): RegExp {
  const start = String.raw`^(?:\s|[${signs}]|[${wordly}]+(?=\s|$))+`;
  const end = String.raw`(?:\s|[${signs}]|(?<=^|\s)[${wordly}]+|(?<=[\p{L}\p{N}]):)+$`;
  return new RegExp(`${start}|${end}`, 'gu');
}

const all = new RegExp(separator, 'gu');
const opening = /\s*[([（［【「]$/u;
const closing = /^[)\]）］】」]\s*/u;
const endsInSeparator = new RegExp(`${separator}$`, 'u');
const startsWithSeparator = new RegExp(`^${separator}`, 'u');

/** An end of a title that may be the name of the site. */
export interface TitleEnd {
  /** Without its separator or parentheses. */
  readonly name: string;
  /** What is left of the title. */
  readonly rest: string;
  readonly at: 'start' | 'end';
  /** A colon may as well belong to a sentence. */
  readonly isWeak: boolean;
}

/** Every way to part a title in two: the longer names first. */
export function endsOf(title: string): TitleEnd[] {
  const ends: TitleEnd[] = [];
  const isQuoting = isQuotingIn(title);
  for (const { index, 0: sign } of title.matchAll(all)) {
    if (isQuoting && /[«»]/.test(sign)) continue;
    const [before, behind] = [title.slice(0, index), title.slice(index + sign.length)];
    const isWeak = /^\s*[:：]/.test(sign);
    ends.push({ name: behind.trim(), rest: before.trim(), at: 'end', isWeak });
    ends.push({ name: before.trim(), rest: behind.trim(), at: 'start', isWeak });
  }
  const parenthesis = /^(.*\S)\s*[(（]((?:[^()（）]|\([^()]*\))+)[)）]\s*$/su.exec(title);
  if (parenthesis)
    ends.push({ name: parenthesis[2]!.trim(), rest: parenthesis[1]!, at: 'end', isWeak: false });
  return ends
    .filter(({ name, rest }) => /\p{L}/u.test(name) && rest !== '')
    .sort((one, other) => other.name.length - one.name.length);
}

/** A title without a name at either of its ends, and what kind of sign parted them; nothing where it is not there. */
export function partedFrom(title: string, name: string): TitleEnd | undefined {
  const [whole, part] = [title.toLowerCase(), name.toLowerCase()];
  if (part === '' || whole.length !== title.length || part.length !== name.length) return undefined;
  if (whole.endsWith(part)) {
    const before = title.slice(0, -name.length);
    const sign = endsInSeparator.exec(before)?.[0];
    if (sign !== undefined) return endOf(before.slice(0, -sign.length), name, 'end', sign);
  }
  if (whole.startsWith(part)) {
    const behind = title.slice(name.length);
    const sign = startsWithSeparator.exec(behind)?.[0];
    if (sign !== undefined) return endOf(behind.slice(sign.length), name, 'start', sign);
  }
  return inParentheses(title, whole, part);
}

function inParentheses(title: string, whole: string, part: string): TitleEnd | undefined {
  const at = whole.lastIndexOf(part);
  if (at <= 0 || !closing.test(title.slice(at + part.length))) return undefined;
  const before = title.slice(0, at);
  if (!opening.test(before) || title.slice(at + part.length).replace(closing, '') !== '') return undefined;
  return endOf(before.replace(opening, ''), part, 'end', '(');
}

function endOf(rest: string, name: string, at: TitleEnd['at'], sign: string): TitleEnd {
  return { name, rest: rest.trim(), at, isWeak: /^\s*[:：]/.test(sign) };
}

/** A text without separators that hold nothing apart any more. */
export function trimSeparators(text: string): string {
  return text.replaceAll(isQuotingIn(text) ? looseButQuotes : loose, '');
}

function isQuotingIn(text: string): boolean {
  return text.includes('«') && text.includes('»');
}
