export { Cardstock, type CardstockOptions, type OpenGraphImage } from './cardstock.ts';
export { color, image, text, theme } from './card/fields.ts';
export type { Card, CardRequest } from './card/resolve.ts';
export { css, defineTemplate, type RenderContext, type Template } from './card/template.ts';
export {
  type ImageFormat,
  imageFormats,
  type VariantName,
  variantNames,
  variants,
  type Viewport,
} from './card/variants.ts';
export type { Screenshot } from './chromium/camera.ts';
export type { Config } from './config.ts';
export type { LintFinding, LintRule } from './lint/rules.ts';
export { fromProject } from './project/assemble.ts';
export { cardUrl, cloudinaryUrl } from './project/current.ts';
export { defineConfig, type ProjectConfig, type Route } from './project/define-config.ts';
export type { SigningOptions } from './url/signed-url.ts';
export { type CardPage, type MetaTags, metaTags } from './site/tags/meta-tags.ts';
export type { Page } from './site/page/page.ts';
export type { BuildMode, BuildSiteOptions } from './site/build/build-site.ts';
export type { UndoReport } from './site/build/undo-site.ts';
export { buildSite, undoSite } from './site/on-demand.ts';
export type { BuildReport } from './site/build/report.ts';
export * from './errors.ts';
