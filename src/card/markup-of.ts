import { distrust } from './dialects/adopt.ts';
import { renderMarkup } from './dialects/markup.ts';
import { failureOf } from './failure.ts';
import { guarded, UndrawableError } from './markup/guard.ts';
import { whyUndrawable } from './markup/undrawable.ts';
import type { RenderContext, Template } from './template.ts';

/** What a template needs to be rendered. */
export interface Rendering extends Omit<RenderContext, 'data'> {
  readonly data?: unknown;
  readonly template: Template;
  readonly props: unknown;
  /** The example that it is, for whoever must be told of it. */
  readonly example?: string | undefined;
}

/**
 * What its template makes of a card, as HTML: its JSX, or the HTML it gives as text, as it stands.
 *
 * @throws {TemplateFailedError} it threw, or what it draws cannot be drawn.
 */
export function markupOf(card: Rendering): string {
  const { template, props, viewport, language, data } = card;
  distrust(props);
  distrust(data);
  try {
    return guarded(() => {
      const drawn: unknown = template.render(props, { viewport, language, data });
      if (typeof drawn === 'string') return drawn;
      const why = whyUndrawable(drawn);
      if (why) throw new UndrawableError('"render" returns', why);
      return renderMarkup(drawn);
    });
  } catch (error) {
    throw failureOf(card, error);
  }
}
