import type { Atrule } from 'css-tree';
import { ident } from 'css-tree/utils';

/** A font that a stylesheet brings itself. */
export interface OwnFace {
  readonly family: string;
  /** Its file, as it is in the data URL; without one there is nothing that a card could load. */
  readonly data: string | undefined;
  readonly unicodeRange: string | undefined;
}

/** An `@font-face` rule, which stays as it is. */
export function readOwnFace({ block }: Atrule): OwnFace {
  let family = '';
  let data: string | undefined;
  let unicodeRange: string | undefined;
  for (const node of block?.children ?? []) {
    if (node.type !== 'Declaration' || node.value.type !== 'Value') continue;
    const children = node.value.children.toArray();
    const property = node.property.toLowerCase();
    if (property === 'font-family') {
      family = children
        .map((part) =>
          part.type === 'String' ? part.value : part.type === 'Identifier' ? ident.decode(part.name) : '',
        )
        .join(' ');
    } else if (property === 'unicode-range') {
      unicodeRange = children.flatMap((part) => (part.type === 'UnicodeRange' ? part.value : [])).join();
    } else if (property === 'src') {
      const urls = children.flatMap((part) => (part.type === 'Url' ? part.value : []));
      data = urls.find((url) => /^data:/i.test(url));
    }
  }
  return { family, data, unicodeRange };
}
