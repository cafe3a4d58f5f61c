import { render } from 'preact-render-to-string';
import type { Cardstock } from '../../cardstock.ts';
import { chooseFonts } from '../../card/fonts/faces.ts';

/** What stands above a row of tiles. */
export interface LabelStrip {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly title: string;
  readonly columns: readonly { readonly left: number; readonly text: string }[];
}

const style = `body{margin:0;font-family:Inter;color:#000;white-space:nowrap}
b{font-weight:700;font-size:15px}
span{position:absolute;bottom:4px;font-weight:500;font-size:13px}
b{position:absolute;top:2px;left:16px}`;

/** Photographed like a card: a machine may have no font of its own. */
export async function drawLabels(
  { width, height, ground, title, columns }: LabelStrip,
  cardstock: Cardstock,
): Promise<Buffer> {
  const body = render(
    <body style={{ background: ground }}>
      <b>{title}</b>
      {columns.map(({ left, text }) => (
        <span style={{ left: `${left}px` }}>{text}</span>
      ))}
    </body>,
  );
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${style}</style></head>${body}</html>`;
  const text = title + columns.map((column) => column.text).join('');
  const { faces } = chooseFonts([{ family: 'Inter', weights: [500, 700] }], text, 'en');
  const document = {
    html,
    faces,
    missingGlyphs: [],
    missingFonts: [],
    viewport: { width, height, deviceScaleFactor: 1 },
  };
  const { bytes } = await cardstock.develop({
    document,
    template: 'labels',
    format: 'png',
    variant: 'og',
    alt: title,
    key: '',
    isForGood: true,
    missingImages: [],
  });
  return Buffer.from(bytes);
}
