import { kindsOf } from '../kinds.ts';
import { isHtml } from '../parse.ts';
import type { Block } from './blocks.ts';

/** Shorter ones are labels, dates and names, unless they are sentences. */
const minLetters = 40;
const minLettersOfSentence = 25;
const minWordsOfSentence = 5;
const sentenceEnd = /[.!?…。！？।؟۔።]["'”’»」』)\]]*(?:\s|$)/;

/** Where bare text may be prose, if it is written in sentences. */
const bareOwners = new Set('article blockquote body center dd div main section td'.split(' '));

/** A line under a heading of plain text, or a table that somebody drew. */
const isDrawn = /[~=*_#+-]{5,}/;
/** A rule of a grammar, what one types, what a command takes, and a list in plain text. */
const isCode = /^[\w<>-]+ *(?:→|::?=)\s|^[A-Z_]+=\S|^[$%>*-] |^[\w-]+ (?:\[[^\]]*\]|<[\w-]+>) (?:\[|<)/;

export type Prose = Block & { readonly text: string };

/** Whether a block tells something of the page, as one could set under its title. */
export function isProse(block: Block): block is Prose {
  const { text, place, owner, letters, nameLength } = block;
  if (text === undefined || place.isAside || place.isInFigure) return false;
  if (!isHtml(owner, 'p') && !isParagraphByName(block) && !bareOwners.has(owner.tagName)) return false;
  if (isDrawn.test(text) || isCode.test(text)) return false;
  const isSentence = sentenceEnd.test(text);
  if (letters < minLetters && !(isSentence && isShortSentence(text, letters))) return false;
  if (!isHtml(owner, 'p') && !isSentence) return false;
  return nameLength < text.length * maxShareOfNames(letters) && !isMenu(block, text) && !isNotice(text);
}

/** "Copied." is none, nor is "Type: io.Reader". */
function isShortSentence(text: string, letters: number): boolean {
  return (
    letters >= minLettersOfSentence && (letters > text.length || text.split(' ').length >= minWordsOfSentence)
  );
}

function isParagraphByName({ owner }: Block): boolean {
  return owner.attrs.length > 0 && kindsOf(owner).has('paragraph');
}

/** A short line with two names in it says where something is, or which type another is. */
function maxShareOfNames(letters: number): number {
  return letters < 60 ? 0.35 : 0.7;
}

/** Links with hardly a word between them, or words with nothing but signs between them. */
function isMenu({ linkCount, nameLength }: Block, text: string): boolean {
  if (linkCount >= 3 && text.length - nameLength <= 12 * linkCount) return true;
  const signs = text.match(/\s[|•·»›/](?=\s)/g)?.length ?? 0;
  return signs >= 2 && signs * 30 > text.length;
}

/** Who wrote it and when, whose it is and who may copy it, and what sites say on every page. */
const notices: readonly [pattern: RegExp, within: number][] = [
  [/©|\(c\)|^copyright/i, 60],
  [/permission is (?:hereby )?granted|GNU (?:\w+ ){1,3}License/i, 100],
  [/redistribute|all rights reserved|licen[cs]ed under|without any warranty/i, 200],
  [
    /\b(?:we|this (?:web)?site|our (?:web)?site|wir|diese (?:web)?site|ce site|este sitio)\b.{0,60}\bcookies?\b/i,
    200,
  ],
  [
    /\bjavascript\b.{0,40}\b(?:enabled?|disabled|required|turned on)\b|\b(?:enable|requires?)\b.{0,20}\bjavascript\b/i,
    200,
  ],
  [
    /^(?:(?:cover|feature[ds]?|header|hero|title) )?(?:image|photo|picture)s?(?: source| credits?| courtesy)?(?: by\b| of\b.{0,40}\bby\b|\s?:)/i,
    60,
  ],
  [/^see (?:also )?(?:https?:|www\.)/i, 20],
  [/^(?:skip to|jump to|edit (?:this|on)|view (?:source|page)|share (?:this|on))\b/i, 40],
  [
    /^(?:this (?:page|document) was )?(?:posted|published|created|written|generated|(?:last )?(?:updated|modified|edited|changed|built))\b(?: (?:on|by|at|in)\b|:)/i,
    60,
  ],
];

function isNotice(text: string): boolean {
  if (notices.some(([pattern, within]) => pattern.test(text.slice(0, within)))) return true;
  return text.length < 120 && /\S@\S+\.\w/.test(text);
}
