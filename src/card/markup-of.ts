import { renderMarkup } from './dialects/markup.ts';
import type { RenderContext, Template } from './template.ts';

/** What a template needs to be rendered. */
export interface Rendering extends RenderContext {
  readonly template: Template;
  readonly props: unknown;
}

/** What its template makes of a card, as HTML. */
export function markupOf({ template, props, viewport, language }: Rendering): string {
  return renderMarkup(template.render(props, { viewport, language }));
}
