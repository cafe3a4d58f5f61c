import type { Template } from '../src/template.ts';
import { article } from './article.tsx';
import { code } from './code.tsx';
import { docs } from './docs.tsx';
import { episode } from './episode.tsx';
import { event } from './event.tsx';
import { plain } from './plain.tsx';
import { profile } from './profile.tsx';
import { quote } from './quote.tsx';
import { release } from './release.tsx';
import { stats } from './stats.tsx';

/**
 * The templates that ship; adding one is its file and its line here. All are quick, which a copy
 * in a project does not say of itself: there it may be changed.
 */
export const templates: readonly Template[] = [
  article,
  docs,
  release,
  quote,
  event,
  episode,
  code,
  profile,
  stats,
  plain,
].map((template: Template) => ({ ...template, isQuick: true }));

/** How code gets its colours: for designs that a project has copied and made its own. */
export { findColors, highlight } from './parts/highlight.ts';
export { type Role, roles, type Token } from './parts/syntax-roles.ts';
export { type Syntax, syntaxes } from './parts/syntaxes.ts';
