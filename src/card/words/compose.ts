/** A mark that joins a letter, or a part of a Korean syllable. */
const mayCompose = /\p{M}|[\u1100-\u11ff]/u;
const runs = /[A-Za-z]?[^\0-\x7f]+/g;

/**
 * Letters and their marks as one, where Unicode has one (NFC): that is what fonts have, and
 * chunks of fonts are chosen by. Of ASCII only letters are composed: a mark behind a tag would
 * make another sign of its end.
 */
export function composed(text: string): string {
  if (!mayCompose.test(text)) return text;
  return text.replaceAll(runs, (run) => run.normalize('NFC'));
}
