/** What a template is written with: `cardstock-og/template`. Loads neither a browser nor a project. */
export { color, image, people, sourceCode, text, theme } from './card/fields.ts';
export { marked, plainText, readMarks } from './card/marks.ts';
export {
  css,
  defineTemplate,
  type LoadContext,
  type RenderContext,
  type Template,
  type TemplateDefinition,
} from './card/template.ts';
export { z } from 'zod';
export { variants, type VariantName, type Viewport } from './card/variants.ts';
