import type { ImageFormat, Viewport } from '../../card/variants.ts';

/**
 * A card without words, in any size, without a browser and without fonts: what a crawler gets
 * when all else fails. Three sheets of card on a plain ground, as designed as the rest.
 */
export async function draw(viewport: Viewport, format: ImageFormat): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const { width, height, deviceScaleFactor: scale } = viewport;
  const picture = sharp(Buffer.from(drawing(width * scale, height * scale))).removeAlpha();
  return format === 'jpeg' ? picture.jpeg({ quality: 90 }).toBuffer() : picture.toFormat(format).toBuffer();
}

function drawing(width: number, height: number): string {
  const unit = Math.min(width / 700, height / 630);
  const margin = 32 * unit;
  const frame = `x="${margin}" y="${margin}" width="${width - 2 * margin}" height="${height - 2 * margin}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <rect width="100%" height="100%" fill="#1b2a6b"/>
  <rect ${frame} rx="${28 * unit}" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="${2 * unit}"/>
  <g transform="translate(${width / 2} ${height / 2}) scale(${unit * 1.25})">
    <rect x="-130" y="-68" width="260" height="136" rx="14" fill="#4a5bb0" transform="rotate(-9) translate(-16 -10)"/>
    <rect x="-130" y="-68" width="260" height="136" rx="14" fill="#8b99e0" transform="rotate(-3) translate(-4 -4)"/>
    <g transform="rotate(3)">
      <rect x="-130" y="-68" width="260" height="136" rx="14" fill="#fff"/>
      <rect x="-104" y="-42" width="44" height="8" rx="4" fill="#ffc247"/>
      <rect x="-104" y="-18" width="190" height="16" rx="8" fill="#1b2a6b"/>
      <rect x="-104" y="8" width="132" height="16" rx="8" fill="#1b2a6b"/>
      <rect x="-104" y="38" width="76" height="8" rx="4" fill="#1b2a6b" fill-opacity=".35"/>
    </g>
  </g>
</svg>`;
}
