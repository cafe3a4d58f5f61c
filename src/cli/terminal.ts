import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];
export type Stream = NodeJS.WriteStream;

const least = 20;

/** Words in colour where whoever reads them sees it: by the terminal, NO_COLOR, FORCE_COLOR and TERM. */
export function paint(style: Style, text: string, stream: Stream = process.stdout): string {
  return styleText(style, text, { stream });
}

/** Whether that comes to colour. */
export function isColored(stream: Stream = process.stdout): boolean {
  return paint('red', ' ', stream) !== ' ';
}

/** How wide a line may be; what is piped has the width of most terminals. */
export function widthOf({ isTTY, columns }: Stream = process.stdout): number {
  return isTTY && columns ? Math.max(least, columns) : 80;
}

/** A path that is too long for its place, by its end, which tells more. */
export function shortenPath(path: string, width: number): string {
  return path.length <= width ? path : `…${path.slice(-(width - 1))}`;
}
