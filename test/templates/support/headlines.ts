import { moreHeadlines } from './more-headlines.ts';

/** Headlines as papers write them. */
export const headlines: Readonly<Record<string, readonly [string, string, ...string[]]>> = {
  ...moreHeadlines,
  en: [
    'Night trains return to Europe as travellers look for slower ways to cross a continent',
    'The library that lends out bicycles, drills and, on Sundays, its garden',
    'Why the tide tables of 1840 still matter to anyone who builds a harbour',
  ],
  de: [
    'Nachtzüge kehren zurück: Warum Reisende wieder langsamer durch Europa fahren wollen',
    'Donaudampfschifffahrtsgesellschaft stellt nach 190 Jahren den Linienbetrieb ein',
    'Größere Überschwemmungsgebiete sollen künftig Äcker und Straßen schützen',
  ],
  fr: [
    'À Brest, l’œuvre d’une vie : cent maquettes de phares exposées jusqu’à l’été',
    'Écoles : où trouver une place en maternelle à la rentrée ?',
    'Pourquoi les cafés de village rouvrent, l’un après l’autre, dans le Massif central',
  ],
  es: [
    '¿Por qué vuelven los trenes nocturnos? Diez ciudades que ya se pueden alcanzar durmiendo',
    'El pingüino, el ñandú y otras aves que la niñez dibuja sin haberlas visto',
    'La sequía obliga a los viñedos a subir: quinientos metros más arriba en treinta años',
  ],
  pt: [
    'Não há mais sardinhas? Pescadores de Setúbal contam o que mudou em trinta anos',
    'Bairro de São Paulo transforma estacionamento em praça com árvores e coreto',
    'Educação musical volta às escolas públicas após uma década de ausência',
  ],
  it: [
    'Perché il caffè costa di più: viaggio lungo la filiera, dalla pianta alla tazzina',
    'La città che ha spento i lampioni per rivedere le stelle',
    'Più biciclette che automobili: il sabato delle scuole di Ferrara',
  ],
  pl: [
    'Żółwie błotne wracają nad Bug. Przyrodnicy: to zasługa łąk, których nikt nie kosi',
    'Łódź otwiera muzeum włókiennictwa w dawnej przędzalni',
    'Dlaczego źródła w Sudetach wysychają wcześniej niż przed stu laty',
  ],
  cs: [
    'Příliš žluťoučký kůň zmizel z pastvin, vrátil se po čtyřiceti letech',
    'Ve školách přibývá dílen: děti se znovu učí řezat, vrtat a šít',
    'Řeka Ohře dostane zpět svá slepá ramena',
  ],
  tr: [
    'İstanbul’un vapurları yüz yetmiş yaşında: Boğaz’ı her gün aşanların hikâyesi',
    'Güneş enerjisiyle çalışan köy okulunda ışıklar artık hiç sönmüyor',
    'Çay neden pahalandı? Rize’de üreticiler anlatıyor',
  ],
  vi: [
    'Những chuyến tàu đêm trở lại: vì sao du khách chọn đi chậm hơn qua dải đất miền Trung',
    'Hà Nội trồng thêm mười nghìn cây xanh dọc các tuyến phố cổ',
    'Nghề làm giấy dó nghìn năm tuổi và những người trẻ tiếp nối',
  ],
  el: [
    'Γιατί επιστρέφουν τα νυχτερινά τρένα στην Ευρώπη και ποιοι τα προτιμούν',
    'Το νησί που κατάργησε τα πλαστικά μπουκάλια μέσα σε έναν χρόνο',
    'Ανακαλύφθηκε ψηφιδωτό δύο χιλιάδων ετών κάτω από ελαιώνα της Λέσβου',
  ],
  ru: [
    'Почему в город возвращаются трамваи: пять маршрутов, которые откроют этой осенью',
    'Учёные объяснили, отчего северное сияние всё чаще видно на юге',
    'Библиотека, где можно взять на дом не только книгу, но и телескоп',
  ],
  uk: [
    'Чому їжаки повертаються до міст і як облаштувати для них сад',
    'Ґрунт, що пам’ятає: як археологи читають історію степу за пилком',
    'Нічні потяги знову їдуть до моря — розклад на літо',
  ],
  ar: [
    'القطارات الليلية تعود إلى أوروبا: لماذا يختار المسافرون الطريق الأبطأ؟',
    'مكتبة في عمّان تعير الكتب والآلات الموسيقية والدراجات مجانًا',
    'اكتشاف فسيفساء عمرها ألفا عام تحت بستان زيتون في الساحل',
  ],
  fa: [
    'چرا قطارهای شبانه بازگشته‌اند؟ گزارشی از سفر آهسته در سه کشور',
    'کتابخانه‌ای که ساز و دوچرخه هم امانت می‌دهد',
    'گزارش ۱۴۰۵: آبِ کاریزهای کهن دوباره به باغ‌ها رسید',
  ],
  he: [
    'רכבות הלילה חוזרות: למה נוסעים בוחרים בדרך האיטית יותר',
    'הספרייה שמשאילה גם אופניים, מקדחות וכלי נגינה',
    'פסיפס בן אלפיים שנה התגלה מתחת למטע זיתים בגליל',
  ],
  hi: [
    'रात की रेलगाड़ियाँ लौट आईं: यात्री अब धीमी यात्रा क्यों चुन रहे हैं',
    'वह पुस्तकालय जो किताबों के साथ साइकिलें और वाद्ययंत्र भी देता है',
    'हिमालय के गाँवों में सौर ऊर्जा से जगमगाते विद्यालय',
  ],
  ja: [
    '夜行列車が帰ってくる――急がない旅を選ぶ人が増えている理由',
    '自転車も工具も貸し出す図書館、日曜日には庭まで開放',
    '骨董市で見つかった江戸時代の海図、港の直しかたを今に伝える',
  ],
  ko: [
    '밤기차가 돌아온다… 느린 여행을 택하는 사람들이 늘어난 까닭',
    '책은 물론 자전거와 공구까지 빌려주는 동네 도서관',
    '바닷길을 그린 옛 지도, 漢江의 물길이 어떻게 바뀌었는지 보여주다',
  ],
  zh: [
    '夜行列车重返欧洲：为什么越来越多的旅客愿意慢下来',
    '这家图书馆不仅借书，还出借自行车、电钻和一座花园',
    '直达海边的骨干铁路通车，沿线三十座小站重新亮灯',
  ],
  'zh-Hant': [
    '夜行列車重返歐洲：為什麼愈來愈多旅客願意慢下來',
    '這間圖書館不只借書，還出借腳踏車、電鑽與一座花園',
    '直達海邊的骨幹鐵路通車，沿線三十座小站重新亮燈',
  ],
  th: [
    'รถไฟตู้นอนกลับมาอีกครั้ง ทำไมนักเดินทางจึงเลือกเส้นทางที่ช้ากว่า',
    'ห้องสมุดที่ให้ยืมทั้งหนังสือ จักรยาน และเครื่องดนตรี',
    'พบภาพโมเสกอายุสองพันปีใต้สวนมะกอกริมทะเล',
  ],
  bn: [
    'রাতের ট্রেন ফিরে এল: যাত্রীরা কেন এখন ধীর ভ্রমণ বেছে নিচ্ছেন',
    'যে গ্রন্থাগার বইয়ের সঙ্গে সাইকেল আর বাদ্যযন্ত্রও ধার দেয়',
    'সুন্দরবনের গ্রামে সৌরবিদ্যুতে আলোকিত বিদ্যালয়',
  ],
  ta: [
    'இரவு ரயில்கள் மீண்டும் வந்தன: பயணிகள் ஏன் மெதுவான பயணத்தைத் தேர்வு செய்கிறார்கள்',
    'புத்தகங்களுடன் மிதிவண்டியையும் இசைக்கருவிகளையும் கடன் தரும் நூலகம்',
    'கடலோரத் தோப்பின் கீழ் இரண்டாயிரம் ஆண்டுகள் பழமையான ஓவியம் கண்டுபிடிப்பு',
  ],
};
