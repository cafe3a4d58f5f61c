import { hyphenated } from './hyphenate.ts';

/** Where a word may be broken if it must; the page shows it only then, see camera/page/fit.ts. */
const joint = '<wbr class="joint">';
/** `createServer` fits nearly everywhere. */
const shortestIdentifier = 14;
/** Shorter words are rather set smaller. */
const shortestHyphenated = 18;
const longWord = /[^\s\u00ad\u200b-]+/g;
const wholeWord = new RegExp(String.raw`[\p{L}\p{M}]{${shortestHyphenated},}`, 'gu');
/** Behind a sign, before a capital after a small letter, and before the last capital of several. */
const joints =
  /(?<=[_./:?=#@,;+~|\\()[\]])(?=[\p{L}\p{N}])|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const reference = /(&[^;\s&]{1,32};)/;

/**
 * Words of markup with the places where they may be broken: between the words of Chinese, at the
 * joints of what programs call things, between the syllables of what is simply long.
 */
export function breakWords(text: string, language: string): string {
  const isChinese = /^(?:zh|yue)\b/.test(language);
  return text
    .split(reference)
    .map((part) => (reference.test(part) ? part : breakPart(part, language, isChinese)))
    .join('');
}

function breakPart(part: string, language: string, isChinese: boolean): string {
  const broken = part.replaceAll(longWord, (word) => breakWord(word, language));
  return isChinese ? betweenChineseWords(broken) : broken;
}

function breakWord(word: string, language: string): string {
  if (word.length < shortestIdentifier) return word;
  const atJoints = word.replaceAll(joints, joint);
  if (atJoints !== word) return atJoints;
  return word.replaceAll(wholeWord, (letters) => hyphenated(letters, language));
}

const han = /\p{Script=Han}+/gu;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Punctuation keeps to its side of a word: the browser knows its rules. */
function betweenChineseWords(text: string): string {
  return text.replaceAll(han, (run) =>
    Array.from(segmenter.segment(run), ({ segment }) => segment).join('<wbr>'),
  );
}
