const lineLetters = 84;
const maxLines = 20;
const size = { width: 1200, height: 630 };

/**
 * What went wrong, as a picture for an image element, which shows no words. A drawing, because
 * what went wrong may be the browser.
 */
export function faultPicture(text: string): string {
  const lines = text.replaceAll('\t', '  ').split('\n').flatMap(wrap).slice(0, maxLines);
  const rows = lines.map((line, index) => {
    const weight = index === 0 ? ' font-weight="700"' : '';
    return `<text x="56" y="${84 + index * 28}"${weight} xml:space="preserve">${escapeXml(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
<rect width="100%" height="100%" fill="#fff4f2"/><rect width="16" height="100%" fill="#c8321e"/>
<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="21" fill="#3d100a">
${rows.join('\n')}
</g></svg>
`;
}

/** By letters: the drawing has no other way, and a path must not run out of it. */
function wrap(line: string): string[] {
  const letters = Array.from(line.trimEnd());
  if (letters.length === 0) return [''];
  const count = Math.ceil(letters.length / lineLetters);
  return Array.from({ length: count }, (_, index) =>
    letters.slice(index * lineLetters, (index + 1) * lineLetters).join(''),
  );
}

function escapeXml(text: string): string {
  // None of them may be in XML.
  const clean = text.replaceAll(/[\u0000-\u0008\u000b-\u001f]/g, '').toWellFormed();
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
