/** The reference card, the same for all: a gradient, a headline, three tags and an author. */
export const width = 1200;
export const height = 630;
export const author = 'Ada Lovelace';
export const site = 'example.com';
export const tags = ['#serverless', '#typescript', '#opengraph'];

const portrait = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
<rect width="96" height="96" rx="48" fill="#f59e0b"/>
<circle cx="48" cy="38" r="18" fill="#fff"/>
<ellipse cx="48" cy="84" rx="32" ry="26" fill="#fff"/>
</svg>`;
export const avatar = `data:image/svg+xml;base64,${Buffer.from(portrait).toString('base64')}`;

/** Titles of one length that differ from card to card, so that nobody answers from a cache. */
export function titleOf(card) {
  const verb = ['Building', 'Scaling', 'Breaking', 'Shipping'][card % 4];
  return `${verb} serverless image pipelines, part ${card}: cold starts and caches`;
}

const colors = { text: '#ffffff', tag: '#ffffff22' };
const gradient = 'linear-gradient(135deg, #0f172a, #1e3a8a 60%, #7c3aed)';

export const css = `
  * { box-sizing: border-box; margin: 0; }
  body { font-family: Inter; }
  main {
    width: ${width}px; height: ${height}px; padding: 72px;
    display: flex; flex-direction: column; justify-content: space-between;
    color: ${colors.text}; background: ${gradient};
  }
  h1 { font-size: 72px; font-weight: 700; line-height: 1.1; }
  .tags { display: flex; gap: 16px; }
  .tags span { padding: 8px 20px; border-radius: 999px; background: ${colors.tag}; font-size: 28px; line-height: 34px; }
  .author { display: flex; align-items: center; gap: 24px; font-size: 36px; font-weight: 700; line-height: 44px; }
  .author img { width: 96px; height: 96px; border-radius: 50%; }
  .author small { display: block; font-size: 26px; font-weight: 400; line-height: 32px; opacity: 0.8; }
`;

/** The card as satori and takumi take it: elements with inline styles. */
export function elementTree(title) {
  return box(
    {
      width,
      height,
      padding: 72,
      boxSizing: 'border-box',
      flexDirection: 'column',
      justifyContent: 'space-between',
      color: colors.text,
      fontFamily: 'Inter',
      backgroundImage: gradient,
    },
    box({ fontSize: 72, fontWeight: 700, lineHeight: 1.1 }, title),
    box({ gap: 16 }, ...tags.map(tagBox)),
    authorBox(),
  );
}

function tagBox(tag) {
  const style = { padding: '8px 20px', borderRadius: 999, backgroundColor: colors.tag };
  return box({ ...style, fontSize: 28, lineHeight: '34px' }, tag);
}

function authorBox() {
  const picture = element('img', { src: avatar, width: 96, height: 96, style: { borderRadius: 48 } });
  const siteStyle = { fontSize: 26, fontWeight: 400, lineHeight: '32px', opacity: 0.8 };
  const name = box({ flexDirection: 'column' }, box({}, author), box(siteStyle, site));
  return box(
    { alignItems: 'center', gap: 24, fontSize: 36, fontWeight: 700, lineHeight: '44px' },
    picture,
    name,
  );
}

function box(style, ...children) {
  const content = children.length === 1 ? children[0] : children;
  return element('div', { style: { display: 'flex', ...style }, children: content });
}

function element(type, props) {
  return { type, props };
}
