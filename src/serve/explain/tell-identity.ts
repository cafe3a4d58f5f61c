import { createHash } from 'node:crypto';
import type { CardDocument } from '../../card/document.ts';
import { pinnedEngine } from '../../card/engine.ts';
import { type CacheKey, contentVersion } from '../../card/key.ts';
import type { ImageFormat } from '../../card/variants.ts';
import type { IdentityReceipt } from './receipt.ts';

interface Identified {
  readonly key: CacheKey;
  readonly asWritten: CardDocument;
  readonly document: CardDocument;
  readonly format: ImageFormat;
  readonly engine: string;
  readonly budgetKilobytes: number;
}

/** The names of a picture, and the parts they are made of, so that two can be held side by side. */
export function tellIdentity(card: Identified): IdentityReceipt {
  const { key, asWritten, document, format, engine, budgetKilobytes } = card;
  const { width, height, deviceScaleFactor } = document.viewport;
  return {
    key,
    version: contentVersion(asWritten).toString('base64url'),
    parts: {
      engine: engine.replace(/ budget \d+$/, ''), // which is a setting
      pinnedEngine,
      fonts: document.faces.map(({ id }) => id),
      template: digest(asWritten.html),
      document: digest(document.html),
      settings: {
        format,
        size: `${width}×${height}@${deviceScaleFactor}`,
        chroma: document.chroma ?? 'usual',
        budgetKilobytes,
      },
    },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
