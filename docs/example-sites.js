// Three small sites as different people build them, with no config: what a build makes of them is shown on the home page.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

const icon = (color, shape) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${color}"/>${shape}</svg>`;

const moon = '<path d="M40 12a22 22 0 1 0 12 34A24 24 0 0 1 40 12z" fill="#fff"/>';
const lamp =
  '<path d="M22 14h20l8 24H14z" fill="#fff"/><rect x="29" y="38" width="6" height="14" fill="#fff"/>';
const sail = '<path d="M33 8v36H12zM37 16l16 28H37zM10 50h44l-6 8H16z" fill="#fff"/>';

/** A page as themes of its kind write it; what is not said is not there. */
function page({ lang, title, heading, paragraphs = [], head = '', body = '' }) {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="/icon.svg">${head}</head><body>${body}<main><h1>${heading}</h1>${text}</main></body></html>`;
}

const blog = {
  url: 'https://night-garden.example.com',
  icon: icon('#d9480f', moon),
  pages: Object.fromEntries(
    [
      [
        '2026/10/18/moths',
        'Which lamp draws the fewest moths',
        'After a summer of counting: the one that hangs low, and is red.',
      ],
      [
        '2026/09/02/owls',
        'How owls find their way',
        'One ear sits higher than the other, and so they hear how high a mouse is.',
      ],
      [
        '2026/08/11/toads',
        'Toads walk home',
        'Every spring, across every road that was built since the last.',
      ],
      [
        '2026/06/21/bats',
        'What bats shout at the dark',
        'Two hundred times a second, and too high for us to complain of.',
      ],
      [
        '2026/05/01/hedgehogs',
        'A gap in the fence',
        'Thirteen centimetres are enough for a hedgehog, and too little for a dog.',
      ],
    ].map(([path, heading, text]) => [
      `${path}/index.html`,
      page({
        lang: 'en',
        title: `${heading} · Night Garden`,
        heading,
        paragraphs: [text],
        head: '<meta name="author" content="Ida Lewis"><meta property="og:image" content="/theme/default.png">',
      }),
    ]),
  ),
  home: page({
    lang: 'en',
    title: 'Home · Night Garden',
    heading: 'Night Garden',
    paragraphs: ['Notes of a garden that is awake when we are not.'],
  }),
};

const manual = {
  url: 'https://lantern.example.com',
  icon: icon('#0b7285', lamp),
  pages: Object.fromEntries(
    [
      [
        'guide/installing',
        'Installing',
        'Unpack the archive, put the binary into your path and ask it for its version.',
        ['Linux', 'macOS', 'From source'],
      ],
      [
        'guide/first-light',
        'First light',
        'A lamp that is not plugged in is the most frequent fault; look there first.',
        ['Wiring', 'A first switch', 'Dimming'],
      ],
      [
        'reference/lamps',
        'Lamps',
        'Every lamp has a name, a place and a state, and tells all three to whoever asks.',
        ['Properties', 'Events', 'Errors'],
      ],
      [
        'reference/schedules',
        'Schedules',
        'When it gets dark is told by the place, and may be overruled by the hour.',
        ['Sunset', 'Fixed hours', 'Holidays'],
      ],
      [
        'upgrading',
        'Upgrading from 2 to 3',
        'Rooms have become places; one command renames them all, and says which.',
        ['Before you begin', 'Renamed', 'Removed'],
      ],
    ].map(([path, heading, text, parts]) => [
      `${path}.html`,
      page({
        lang: 'en',
        title: `${heading} — Lantern 3.1 documentation`,
        heading,
        paragraphs: [text],
        head: '<meta name="generator" content="Docutils 0.21">',
        body: '',
      }).replace('</main>', `${parts.map((part) => `<h2>${part}</h2>`).join('')}</main>`),
    ]),
  ),
  home: page({
    lang: 'en',
    title: 'Lantern 3.1 documentation',
    heading: 'Lantern',
    paragraphs: ['Lamps that know when it gets dark, and what you want to do about it.'],
    head: '<meta name="generator" content="Docutils 0.21">',
  }),
};

const paper = {
  url: 'https://minato.example.com',
  icon: icon('#1c4e80', sail),
  pages: Object.fromEntries(
    [
      [
        'densha',
        '路面電車が変えた、港町の朝',
        '始発の音で町が目をさます。運転士と乗客が語る、新しい一日のはじまり。',
        '2026年11月3日',
      ],
      [
        'toshokan',
        '小さな図書館がふたたび開く日',
        '閉じて三年、住民の手で書棚が戻ってきた。最初の一冊は誰のものか。',
        '2026年10月20日',
      ],
      [
        'todai',
        '灯台守の最後の記録',
        '六十年分の日誌に残されていたのは、天気だけではなかった。',
        '2026年9月14日',
      ],
      [
        'ichiba',
        '朝市に並ぶ秋のさかな',
        '値札より先に、漁師の声を聞く。今年の秋刀魚はどこから来たのか。',
        '2026年9月1日',
      ],
      ['hashi', '橋の下の音楽会', '満ち潮を待って始まる、年に一度の夜。', '2026年8月8日'],
    ].map(([name, heading, text, date]) => [
      `${name}.html`,
      page({
        lang: 'ja',
        title: `${heading}｜港町だより`,
        heading,
        paragraphs: [text],
        head: `<meta name="author" content="森川 千尋"><meta name="date" content="${date}">`,
      }),
    ]),
  ),
  home: page({
    lang: 'ja',
    title: 'ホーム｜港町だより',
    heading: 'ようこそ',
    paragraphs: ['港町の人と船と、毎日の小さな出来事をつたえる新聞。'],
  }),
};

const sites = { blog, manual, paper };
const card = { width: 400, height: 210, gap: 10 };

/** Builds each site and lays its cards beside each other. */
export async function drawSheets(buildSite, images) {
  for (const [name, site] of Object.entries(sites)) {
    const cards = await cardsOf(buildSite, site);
    const pictures = await Promise.all(
      cards.map((bytes) => sharp(bytes).resize(card.width, card.height).toBuffer()),
    );
    const at = (index) => ({
      left: (index % 3) * (card.width + card.gap),
      top: Math.floor(index / 3) * (card.height + card.gap),
    });
    await sharp({
      create: {
        width: 3 * card.width + 2 * card.gap,
        height: 2 * card.height + card.gap,
        channels: 3,
        background: '#8b8d94',
      },
    })
      .composite(pictures.map((input, index) => ({ input, ...at(index) })))
      .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
      .toFile(join(images, `sheet-${name}.jpg`));
  }
}

async function cardsOf(buildSite, { url, icon: svg, pages, home }) {
  const temporary = await mkdtemp(join(tmpdir(), 'cardstock-sheet-'));
  const folder = join(temporary, 'public');
  const files = { 'index.html': home, ...pages, 'icon.svg': svg };
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await buildSite({ folder, site: url, projectFolder: temporary, cacheFolder: join(temporary, 'cache') });
    const names = await Promise.all(
      Object.keys(files)
        .filter((path) => path.endsWith('.html'))
        .map(async (path) => /og\/([\w-]+\.jpg)"/.exec(await readFile(join(folder, path), 'utf8'))[1]),
    );
    return await Promise.all(names.map((name) => readFile(join(folder, 'og', name))));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
