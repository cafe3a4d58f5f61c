/** Of finished markup: a tag, or what stands between two. */
export interface Piece {
  readonly kind: 'open' | 'close' | 'text';
  readonly html: string;
  /** Of a tag, in lower case. */
  readonly name: string;
  /** Of an opening tag, as it is written. */
  readonly attributes: string;
}

const pattern = /<(\/?)([a-z][^\s/>]*)((?:\s+[^\s=>"']+(?:="[^"]*"|='[^']*')?)*)\s*(\/?)>|[^<]+|</gi;
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** The pieces of what a template has rendered; together they are the same text again. */
export function piecesOf(html: string): Piece[] {
  return Array.from(html.matchAll(pattern), ([piece, slash, tag, attributes = '', end]): Piece => {
    const name = tag?.toLowerCase() ?? '';
    // What opens and closes at once has no words of its own.
    const isTag = tag !== undefined && !end && !voidElements.has(name);
    return { kind: !isTag ? 'text' : slash ? 'close' : 'open', html: piece, name, attributes };
  });
}

export function isWords({ kind, html }: Piece): boolean {
  return kind === 'text' && !html.startsWith('<');
}
