import { parseFragment } from 'parse5';

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;
/** A chapter is not searched: each reference has to be looked up. */
const maxLength = 2000;
/** Some systems escape at every step. */
const maxTimes = 3;

/**
 * A text in which references are left over, for it was escaped twice: `Salt &amp; vinegar`.
 * Where the heading shows a reference, it is what the page is about: `What &nbsp; means`.
 */
export function unescapedTwice(text: string, heading = ''): string {
  if (text.length > maxLength) return text;
  let known = text;
  for (let times = 0; times < maxTimes && known.includes('&'); times += 1) {
    const before = known;
    known = before.replaceAll(reference, (written, at: number) =>
      isMeant(written, heading, before, at) ? written : decode(written),
    );
    if (known === before) break;
  }
  return known;
}

/** Alone between spaces, these are spoken of: they have no use there. */
const seldomAlone = /^&(?:nbsp|lt|gt|shy|zwn?j|[lr]rm);$/i;

function isMeant(written: string, heading: string, text: string, at: number): boolean {
  if (heading.includes(written)) return true;
  if (heading.includes(decode(written))) return false;
  const around = text.charAt(at - 1) + text.charAt(at + written.length);
  return seldomAlone.test(written) && /^\W{0,2}$/u.test(around) && !/[<>&;]/.test(around);
}

/** The character of a reference; what is none stays. */
function decode(written: string): string {
  const [node] = parseFragment(written).childNodes;
  return node && 'value' in node ? node.value : written;
}
