const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Text of an XML document with its character references and the five entities of XML itself
 * resolved, once; any other stays as it is written.
 */
export function decodeXmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(named, String(name)) ? named[String(name)]! : whole;
    const codePoint = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
    return codePoint > 0x10ffff ? whole : String.fromCodePoint(codePoint);
  });
}
