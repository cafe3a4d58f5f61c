import { describe, expect, it } from 'vitest';
import { chooseFonts } from '../../../src/card/fonts/faces.ts';
import { guessLanguage } from '../../../src/card/fonts/language.ts';

/** What nothing here can draw, one family and all of its weights the same. */
function missingOf(text: string, family = 'Inter'): string[] {
  const { missing } = chooseFonts([{ family, weights: [400] }], text, guessLanguage(text));
  return missing.map((codePoint) => String.fromCodePoint(codePoint));
}

describe('every emoji', () => {
  it.each([
    ['of families and couples', '👨‍👩‍👧‍👦 👩‍👩‍👧‍👦 🧑‍🧑‍🧒 🧑🏻‍❤️‍💋‍🧑🏿 👩🏽‍🚀 🐦‍🔥 ❤️‍🔥 🙂‍↔️'],
    ['in each skin tone', '👍 👍🏻 👍🏼 👍🏽 👍🏾 👍🏿 🫱🏻‍🫲🏿'],
    ['of a flag', '🇯🇵 🇩🇪 🇺🇳 🇪🇺 🏳️‍🌈 🏳️‍⚧️ 🏴‍☠️ 🎌 🏁'],
    ['of a flag of a part of a country', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['of a key', '#️⃣ *️⃣ 0️⃣ 1️⃣ 2️⃣ 3️⃣ 4️⃣ 5️⃣ 6️⃣ 7️⃣ 8️⃣ 9️⃣ 🔟'],
    ['of Unicode 15 to 16', '🫨 🩷 🪿 🫩 🫆 🪾 🫜 🪉 🪏 🫟'],
  ])('%s is covered', (_name, text) => {
    expect(missingOf(text)).toEqual([]);
  });

  it('of Unicode 16 and before is covered, by its own font', () => {
    const emoji = range(0x231a, 0x1faff).filter((character) => /\p{Emoji_Presentation}/u.test(character));
    expect(emoji.length).toBeGreaterThan(1_200);
    expect(missingOf(emoji.join(' '))).toEqual([]);
  });
});

describe('symbols that titles have', () => {
  it.each([
    ['arrows', '← → ↑ ↓ ↔ ⇒ ⇄ ↩ ➜'],
    ['marks', '✓ ✔ ✗ ★ ☆ ♥ ♡ ● ○ ■ □ ▲ △ ◆ ◇ ① ⑳ ❶ Ⓐ † ‡ § ¶ • … ‰ ′ ″ ⁂'],
    ['mathematics', '∑ ∏ ∫ √ ∞ ≠ ≤ ≥ ≈ ± × ÷ ∂ ∇ ∀ ∃ ∈ ∅ ⊂ ∪ ∩ ℝ ℕ 𝑥 𝔸'],
    ['money', '₿ € ₹ ₽ ₺ ₩ ₪ ₫ ₦ ₴ ¢ £ ¥ ฿'],
    ['of trade', '™ ® © № ℃ Ω'],
    ['keys', '⌘ ⌥ ⇧ ⌃ ⏎ ⌫ ⎋ ␣ ⏻'],
    ['boxes', '░ ▒ ▓ █ ▁ │ ─ ┼ ═ ╬'],
    ['chess, music, weather', '♔ ♞ ♪ ♫ ☀ ☃ ☎ ✉ ✂ ☯ ☭ ⚠ ♻'],
    ['braille and fractions', '⠿ ½ ¼ ¾ ⁴ ² ³ ⅓ ⅔'],
    ['chemistry and the rest', 'H₂O CO₂ ⁰ ₀₁₂₃ ℠ ‽'],
  ])('(%s) are covered in each family', (_name, text) => {
    for (const family of ['Inter', 'JetBrains Mono', 'Newsreader'])
      expect(missingOf(text, family)).toEqual([]);
  });
});

describe('letters', () => {
  it.each([
    [
      'Arabic, Persian, Urdu, Kurdish, Uyghur',
      'پ چ ژ گ ک ی ۀ ٹ ڈ ڑ ں ے ھ ہ ۓ ڤ ۋ ې ڭ ۆ ڵ ێ ۰۱۲۳ ٪ ، ؛ ؟ ۔ ً ٌ ٍ َ ُ ِ ّ ْ ٰ',
    ],
    ['Arabic in presentation forms', 'ﷺ ﷽ ﷼ ﻻ ﺍ ﻼ ﺳ ﭖ'],
    ['Vietnamese', 'Tiếng Việt ế ệ ở ữ ặ ạ Ỹ ₫ ̀ ́ ̃ ̉ ̣'],
    ['Devanagari with its conjuncts', 'क्षत्रिय ज्ञान श्री र्क क़ ऽ ॐ ।॥ १२३ ऋ ॠ ॲ ऑ ँ ं ः ़'],
    ['Bengali', 'ক্ষ ৎ ৳ ৰ ৱ ০ ্য'],
    ['Tamil', 'க்ஷ ஸ்ரீ ௧ ௹ ஃ'],
    ['Georgian, Armenian, Lao', 'ქართული Հայերեն ລາວ ⴀ Ა ﬓ ໜ ໆ'],
    ['of India', 'ગુજરાતી ਪੰਜਾਬੀ తెలుగు ಕನ್ನಡ മലയാളം ଓଡ଼ିଆ ᱥᱟᱱᱛᱟᱲᱤ ꯃꯤꯇꯩ ꠍꠤꠟꠐꠤ ᰛᰩᰵ 𑣁 ꢱ ।॥'],
    ['of Southeast Asia', 'ខ្មែរ မြန်မာ ꦗꦮ ᬩᬮᬶ ᮞᮥᮔ᮪ᮓ ᨲᩫ᩠ᩅ ᦟᦹᧉ ᥖᥭᥰ ꪼꪕ ꨌꩌ ꤊꤢ ꓡꓲꓢꓴ ꆈꌠ ꩜ ꒳'],
    ['of Sri Lanka, Nepal, Tibet, Mongolia, the Maldives', 'සිංහල 𑐣𑐾𑐥𑐵𑐮 ᤕᤰ བོད་ ᠮᠣᠩᠭᠣᠯ ދިވެހި 𐴌𐴗𐴥'],
    ['of Africa', 'አማርኛ ⵣⵉⵖ ߒߞߏ ꕙꔤ ꚠ 𞤆𞤵𞤤 𐒋 ⲁ'],
    ['of America', 'ᏣᎳᎩ ꭰ ᐃᓄᒃᑎᑐᑦ ᓀᐦᐃᔭᐍ'],
    ['Syriac', 'ܣܘܪܝܝܐ ܰ ܃'],
    [
      'that faces are made of',
      'ノಠ益ಠ)ノ彡┻━┻ ( ͡° ͜ʖ ͡°) ¯\\_(ツ)_/¯ ლ(ಠ_ಠლ) ᕦ(ò_óˇ)ᕤ ༼ つ ◕_◕ ༽つ ʕ•ᴥ•ʔ ଘ(੭ˊᵕˋ)੭ ໒꒰ྀི ꒱ა',
    ],
    ['Thai with its marks', 'ที่ ปั๊ม น้ำ ฿ ๙ ๛ ฺ ํ ๎ ฤๅ'],
    ['Hebrew with points', 'שָׁלוֹם ״ ׳ ־ ײַ ﬡ שׁ'],
    ['Korean, and letters alone', '힣 뷁 똠 펲 ㄱㅏㅎㆍㆆ'],
    ['Japanese of half and full width', 'ｱｲｳｶﾞﾟｰ｡｢｣､･ＡＢＣ！？￥～ ゟ ヿ ㇰ 々 〆 ㍿ ㈱ ㍉'],
    ['Han characters of names', '𠮷 髙 﨑 德 濵 瀨 邊 邉 辻󠄀 葛󠄁 栁 塚 𡈽 𠮟 𩸽 㐂 㗎'],
    ['Greek of old', 'ἀρχή ᾧ ΰ ͵ ʹ Ϙ Ϟ Ϡ'],
    ['Cyrillic of many nations', 'Ґ Є Ї Ў Ђ Љ Џ Ә Ө Ү Һ Ң Қ Ғ Ұ Ѣ Ѳ Ѵ ѝ'],
    ['Latin of Africa and of phonetics', 'ŋ ə ɓ ʻ ʔ ʷ Ɐ ẹ̀ ɛ ɔ Ș Ț ẞ'],
  ])('(%s) are covered in each family', (_name, text) => {
    for (const family of ['Inter', 'JetBrains Mono', 'Newsreader'])
      expect(missingOf(text, family)).toEqual([]);
  });

  it('that make one syllable or letter count as that, in the text of a card', () => {
    expect(missingOf('\u1112\u1161\u11ab Vie\u0323\u0302t'.normalize('NFC'))).toEqual([]);
  });

  // Not wishes but facts: when a package is added or grows, this is where it shows.
  it('that nothing here draws are named', () => {
    expect(missingOf('嘅 咗 喺 𠺢 𠹺 𢯎')).toEqual([...'𠹺𠺢𢯎']);
    expect(missingOf('\u1100 \u1161 \u11ab \ua960')).toHaveLength(4);
    expect(missingOf('𑄌 ᯓ ᨅ 𓆏 ᚠ 𒀀')).toHaveLength(6);
  });
});

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
