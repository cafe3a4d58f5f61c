/** What stands between the words of a card, where it is told to those who cannot see it. */
interface Phrases {
  /** `by Ada Lovelace`. */
  readonly by: string;
  /** `on Kiln News`. */
  readonly on: string;
  readonly documentation: string;
  /** Guests and speakers. */
  readonly with: string;
  readonly code: string;
  readonly podcast: string;
  readonly video: string;
}

const table = `
en | by {} | on {} | documentation of {} | with {} | A piece of code | Podcast: {} | Video: {}
de | von {} | auf {} | Dokumentation zu {} | mit {} | Ein Stück Code | Podcast: {} | Video: {}
fr | par {} | sur {} | documentation de {} | avec {} | Un extrait de code | Podcast : {} | Vidéo : {}
es | por {} | en {} | documentación de {} | con {} | Un fragmento de código | Pódcast: {} | Vídeo: {}
pt | por {} | em {} | documentação de {} | com {} | Um trecho de código | Podcast: {} | Vídeo: {}
it | di {} | su {} | documentazione di {} | con {} | Un frammento di codice | Podcast: {} | Video: {}
ca | per {} | a {} | documentació de {} | amb {} | Un fragment de codi | Pòdcast: {} | Vídeo: {}
nl | door {} | op {} | documentatie van {} | met {} | Een stuk code | Podcast: {} | Video: {}
sv | av {} | på {} | dokumentation för {} | med {} | Ett stycke kod | Podd: {} | Video: {}
da | af {} | på {} | dokumentation af {} | med {} | Et stykke kode | Podcast: {} | Video: {}
nb | av {} | på {} | dokumentasjon for {} | med {} | Et stykke kode | Podkast: {} | Video: {}
nn | av {} | på {} | dokumentasjon for {} | med {} | Eit stykke kode | Podkast: {} | Video: {}
fi | kirjoittanut {} | sivusto: {} | dokumentaatio: {} | vieraana {} | Koodinpätkä | Podcast: {} | Video: {}
pl | autor: {} | strona: {} | dokumentacja: {} | gość: {} | Fragment kodu | Podcast: {} | Wideo: {}
cs | autor: {} | web: {} | dokumentace: {} | host: {} | Ukázka kódu | Podcast: {} | Video: {}
sk | autor: {} | web: {} | dokumentácia: {} | hosť: {} | Ukážka kódu | Podcast: {} | Video: {}
hu | szerző: {} | webhely: {} | dokumentáció: {} | vendég: {} | Kódrészlet | Podcast: {} | Videó: {}
ro | de {} | pe {} | documentație: {} | cu {} | Un fragment de cod | Podcast: {} | Video: {}
hr | autor: {} | stranica: {} | dokumentacija: {} | gost: {} | Isječak koda | Podcast: {} | Video: {}
sl | avtor: {} | spletišče: {} | dokumentacija: {} | gost: {} | Odlomek kode | Podkast: {} | Video: {}
ru | автор: {} | сайт: {} | документация: {} | при участии: {} | Фрагмент кода | Подкаст: {} | Видео: {}
uk | автор: {} | сайт: {} | документація: {} | за участі: {} | Фрагмент коду | Подкаст: {} | Відео: {}
bg | автор: {} | сайт: {} | документация: {} | с участието на {} | Откъс от код | Подкаст: {} | Видео: {}
sr | аутор: {} | сајт: {} | документација: {} | гост: {} | Исечак кода | Подкаст: {} | Видео: {}
sr-Latn | autor: {} | sajt: {} | dokumentacija: {} | gost: {} | Isečak koda | Podkast: {} | Video: {}
el | από {} | ιστότοπος: {} | τεκμηρίωση: {} | με {} | Απόσπασμα κώδικα | Podcast: {} | Βίντεο: {}
tr | yazar: {} | site: {} | belgeler: {} | konuk: {} | Kod parçası | Podcast: {} | Video: {}
ar | بقلم {} | موقع {} | توثيق {} | مع {} | مقطع برمجي | بودكاست: {} | فيديو: {}
fa | نوشتهٔ {} | در {} | مستندات {} | با {} | تکه‌ای کد | پادکست: {} | ویدئو: {}
ur | از {} | ویب سائٹ: {} | دستاویزات: {} | مہمان: {} | کوڈ کا ٹکڑا | پوڈکاسٹ: {} | ویڈیو: {}
he | מאת {} | באתר {} | תיעוד: {} | עם {} | קטע קוד | פודקאסט: {} | וידאו: {}
hi | लेखक: {} | साइट: {} | दस्तावेज़: {} | अतिथि: {} | कोड का अंश | पॉडकास्ट: {} | वीडियो: {}
bn | লেখক: {} | সাইট: {} | নথি: {} | অতিথি: {} | কোডের অংশ | পডকাস্ট: {} | ভিডিও: {}
ta | ஆசிரியர்: {} | தளம்: {} | ஆவணம்: {} | விருந்தினர்: {} | குறியீட்டுப் பகுதி | பாட்காஸ்ட்: {} | காணொளி: {}
th | โดย {} | เว็บไซต์ {} | เอกสารของ {} | ร่วมกับ {} | ตัวอย่างโค้ด | พอดแคสต์: {} | วิดีโอ: {}
vi | tác giả {} | trên {} | tài liệu của {} | với {} | Một đoạn mã | Podcast: {} | Video: {}
id | oleh {} | di {} | dokumentasi {} | bersama {} | Potongan kode | Podcast: {} | Video: {}
ja | 著者：{} | サイト：{} | {}のドキュメント | ゲスト：{} | コード | ポッドキャスト：{} | 動画：{}
ko | 글쓴이: {} | 사이트: {} | {} 문서 | 게스트: {} | 코드 | 팟캐스트: {} | 동영상: {}
zh-Hans | 作者：{} | 网站：{} | {} 的文档 | 嘉宾：{} | 代码 | 播客：{} | 视频：{}
zh-Hant | 作者：{} | 網站：{} | {} 的文件 | 來賓：{} | 程式碼 | 播客：{} | 影片：{}`;

const names = ['by', 'on', 'documentation', 'with', 'code', 'podcast', 'video'] as const;

const phrasesOf: ReadonlyMap<string, Phrases> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' | '))
    .map(([language, ...phrases]) => [
      language!,
      Object.fromEntries(names.map((name, index) => [name, phrases[index]!])) as unknown as Phrases,
    ]),
);

/** Where we know no words of a language, what the card says stands alone. */
const silent: Phrases = {
  by: '{}',
  on: '{}',
  documentation: '{}',
  with: '{}',
  code: 'Code',
  podcast: '{}',
  video: '{}',
};

/** The phrases of a language, by its script where it has more than one. */
export function phrasesIn(language: string): Phrases {
  const { language: base, script } = new Intl.Locale(language).maximize();
  return phrasesOf.get(`${base}-${script}`) ?? phrasesOf.get(base === 'no' ? 'nb' : base) ?? silent;
}

/** A phrase with the words that it is about; nothing without them. */
export function say(phrase: string, words: string | false | undefined): string | undefined {
  return words ? phrase.replace('{}', () => words) : undefined;
}
