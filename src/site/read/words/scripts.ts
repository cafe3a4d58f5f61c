/** Scripts by their ISO 15924 names, as far as a script tells of a language. */
const patterns = {
  Hani: /\p{Script=Han}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hang: /\p{Script=Hangul}/gu,
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Grek: /\p{Script=Greek}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Taml: /\p{Script=Tamil}/gu,
  Telu: /\p{Script=Telugu}/gu,
  Knda: /\p{Script=Kannada}/gu,
  Mlym: /\p{Script=Malayalam}/gu,
  Gujr: /\p{Script=Gujarati}/gu,
  Guru: /\p{Script=Gurmukhi}/gu,
  Sinh: /\p{Script=Sinhala}/gu,
  Thai: /\p{Script=Thai}/gu,
  Laoo: /\p{Script=Lao}/gu,
  Khmr: /\p{Script=Khmer}/gu,
  Mymr: /\p{Script=Myanmar}/gu,
  Tibt: /\p{Script=Tibetan}/gu,
  Ethi: /\p{Script=Ethiopic}/gu,
  Geor: /\p{Script=Georgian}/gu,
  Armn: /\p{Script=Armenian}/gu,
} as const;

type Counted = keyof typeof patterns;
export type Script = Exclude<Counted, 'Kana' | 'Hang'> | 'Jpan' | 'Kore';

/** A character of these says as much as some letters. */
const weights: Partial<Record<Counted, number>> = { Hani: 3, Kana: 2, Hang: 2 };

/** Sentences in other scripts are full of Latin names; those in Latin letters hardly have others. */
const minShareOfOthers = 1 / 3;

/** The script that a text is written in, where it is written in one. */
export function mainScript(text: string): Script | undefined {
  const counts = new Map<Script, number>();
  const count = (script: Counted) => (text.match(patterns[script])?.length ?? 0) * (weights[script] ?? 1);
  const [han, kana, hangul] = [count('Hani'), count('Kana'), count('Hang')];
  if (kana * 10 > han) counts.set('Jpan', han + kana);
  else if (hangul * 4 > han) counts.set('Kore', han + hangul);
  else counts.set('Hani', han + kana + hangul);
  for (const script of Object.keys(patterns) as Counted[]) {
    if (script !== 'Hani' && script !== 'Kana' && script !== 'Hang') counts.set(script, count(script));
  }
  const all = [...counts.values()].reduce((sum, letters) => sum + letters, 0);
  const others = [...counts].filter(([script]) => script !== 'Latn');
  const [most] = others.sort(([, one], [, other]) => other - one);
  if (most && most[1] > 0 && most[1] >= all * minShareOfOthers) return most[0];
  return (counts.get('Latn') ?? 0) > 0 ? 'Latn' : undefined;
}

const simplified =
  /[们这国时会说对学发问东车见长门间电话书应该谢请让听买卖开关头实现点员业产义云样种过还进远运动给经线结网]/gu;
const traditional =
  /[們這國時會說對學發問東車見長門間電話書應該謝請讓聽買賣開關頭實現點員業產義雲樣種過還進遠運動給經線結網]/gu;

/** Which of the two kinds of Chinese characters a text is in; nothing where it has hardly any that differ. */
export function kindOfHan(text: string): 'Hans' | 'Hant' | undefined {
  const [hans, hant] = [text.match(simplified)?.length ?? 0, text.match(traditional)?.length ?? 0];
  if (hans > 2 * hant) return 'Hans';
  return hant > 2 * hans ? 'Hant' : undefined;
}
