import { article } from './article.tsx';
import { plain } from './plain.tsx';

/** The designs that ship with Cardstock. A new one is one file beside these, and one line here. */
export const templates = [article, plain];
