/** What sites call their first page, and programs a page without a name, in many languages. */
const words = `
home|home page|homepage|main page|front page|start page|untitled|untitled document|untitled page|no title|new page|page title|site title|title
startseite|hauptseite|unbenannt|unbenanntes dokument|ohne titel|kein titel|titel
accueil|page d'accueil|sans titre|document sans titre|titre
inicio|página de inicio|página principal|portada|sin título|documento sin título|título
início|página inicial|sem título|documento sem título
pagina iniziale|pagina principale|senza titolo|documento senza titolo|titolo
startpagina|hoofdpagina|naamloos|naamloos document|zonder titel
startsida|huvudsida|namnlös|utan titel
hjem|forside|forsiden|startside|hovedside|uden titel|unavngivet|uten tittel|uten navn
etusivu|kotisivu|nimetön|ei otsikkoa
strona główna|strona startowa|bez tytułu|bez nazwy
domů|úvodní stránka|hlavní stránka|hlavní strana|bez názvu
domov|úvodná stránka|hlavná stránka
kezdőlap|főoldal|névtelen|cím nélkül
acasă|prima pagină|pagina principală|fără titlu
početna|početna stranica|naslovnica|naslovna|bez naslova|domača stran|brez naslova
главная|главная страница|домой|начальная страница|без названия|без имени|без заголовка
головна|головна сторінка|без назви|без заголовку
начална страница|без заглавие|почетна|насловна|почетна страница|без наслова
αρχική|αρχική σελίδα|χωρίς τίτλο
ana sayfa|anasayfa|adsız|başlıksız
الرئيسية|الصفحة الرئيسية|بدون عنوان
خانه|صفحه اصلی|صفحهٔ اصلی|بدون عنوان
ہوم|صفحہ اول|بلا عنوان
בית|דף הבית|עמוד הבית|ללא שם|ללא כותרת
होम|मुख्य पृष्ठ|मुखपृष्ठ|शीर्षकहीन|बिना शीर्षक
হোম|প্রধান পাতা|মূলপাতা|শিরোনামহীন
முகப்பு|தலைப்பு இல்லை
หน้าแรก|หน้าหลัก|ไม่มีชื่อ|ไม่มีชื่อเรื่อง
trang chủ|trang đầu|không có tiêu đề|chưa đặt tên
beranda|halaman utama|laman utama|tanpa judul
ホーム|ホームページ|トップページ|無題|タイトルなし
홈|홈페이지|제목 없음|무제
首页|主页|无标题|无标题文档|未命名|首頁|主頁|無標題|無標題文件
inici|pàgina principal|sense títol|hasiera|izenbururik gabe
avaleht|pealkirjata|sākumlapa|bez nosaukuma|pagrindinis|be pavadinimo|forsíða
react app|vue app|svelte app|vite app|webpack app|create next app|my app|my site|your site title`;

const forgotten = new Set(words.split(/[\n|]/).filter((word) => word !== ''));
/** What generators of single-page apps write, and nothing at all. */
const ofTools = /^(?:vite \+ \w+(?: \+ \w+)?|[-–—|·.…_*#\s]*)$/i;
/** A page may be called so, and then its heading says so too. */
const oftenMeant =
  /^(?:index|readme|document|page|test|html|start|hem|úvod|начало|pradžia|sākums|トップ|메인|\S+\.(?:x?html?|php|aspx?|jsp|md))$/i;

/** What manuals call the page that all others hang from. */
const ofManuals = /^(?:top|(?:table of )?contents|index|start|overview|main|toc)$/i;
/** What programs call a manual that nobody gave a name. */
const namesOfNothing =
  /^(?:(?:rdoc|yard|jsdoc|api|project|code|source) documentation|(?:the )?documentation|docs|welcome!?|hello(?: world)?!?|about(?: us)?|my (?:project|docs|book)|documentation by yard \S+|generated documentation(?: \(untitled\))?)$/i;

/** What references put behind the name of each thing. */
const kindsOfThings =
  /^(?:(?:api|class|enum(?:eration)?|extension|file|function|global|interface|module|namespace|package|protocol|struct(?:ure)?|type(?: ?alias)?|union) )?references?$/i;

/** Whether a word stands for the first page of a site or manual, and never for what it is about. */
export function isFirstPage(name: string): boolean {
  return ofManuals.test(name.trim()) || isForgotten(name);
}

/** Whether a name of a site is one that a program gave it. */
export function isNobodysName(name: string): boolean {
  return [namesOfNothing, kindsOfThings].some((pattern) => pattern.test(name.trim())) || isFirstPage(name);
}

/** Whether a title is one that somebody forgot to write. */
export function isForgotten(title: string, heading?: string): boolean {
  const plain = title.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
  if (oftenMeant.test(plain)) return heading?.toLowerCase().trim() !== plain;
  return forgotten.has(plain) || ofTools.test(plain);
}
