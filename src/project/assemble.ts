import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Cardstock } from '../cardstock.ts';
import { inheritOrigin, originOf } from '../card/origins.ts';
import type { RawProps } from '../card/props.ts';
import { checkSizes } from '../card/sizes.ts';
import type { Template } from '../card/template.ts';
import { posixPath } from '../system/posix-path.ts';
import type { ProjectConfig } from './define-config.ts';
import { type TemplateModules, templatesOf } from './templates-of.ts';

/**
 * The templates of a project: those of its modules and of its config, then those that ship,
 * unless a name is taken or the config does without them.
 *
 * @param folder The project's, where the paths of its fonts begin.
 * @param styles What their modules import for its effect, by the same files; by none for the config.
 */
export function assembleTemplates(
  config: ProjectConfig,
  modules: TemplateModules,
  shipped: readonly Template[],
  folder?: string,
  styles: Readonly<Record<string, string>> = {},
): Template[] {
  const files = new Map<Template, string>(); // a module may export one twice, by name and as default
  for (const [file, module] of Object.entries(modules)) {
    for (const template of templatesOf(module, file)) if (!files.has(template)) files.set(template, file);
  }
  const listed = typeof config.templates === 'object' ? config.templates : [];
  for (const template of listed) if (!files.has(template)) files.set(template, '');
  const all = Array.from(files, ([template, file]) => withStyles(template, styles[file]));
  const here = folder === undefined ? all : all.map((template) => putInPlace(folder, template));
  const own = config.tailwind ? here.map((template) => withTailwind(template, config)) : here;
  const taken = new Set(own.map(({ name }) => name));
  const others = (config.gallery === false ? [] : shipped).filter(({ name }) => !taken.has(name));
  return withVariants([...own, ...others], config);
}

/** Where the paths of its fonts begin, and those of its pictures; what a config lists itself is at home in the folder. */
function putInPlace(folder: string, template: Template): Template {
  const place = { folder, file: posixPath(originOf(template) ?? '') };
  const { fonts: said } = template;
  const fonts = Array.isArray(said) ? template.fonts.map((use) => ({ folder, ...use })) : said;
  return inheritOrigin({ place, ...template, fonts }, template);
}

/** Its own stylesheet comes last, and has the last word. */
function withStyles(template: Template, styles: string | undefined): Template {
  return styles ? inheritOrigin({ ...template, css: `${styles}\n${template.css}` }, template) : template;
}

/** Props for all cards, of which each template takes those that it has. */
export function defaultsOf({ name, defaults }: ProjectConfig): RawProps {
  return { ...(name && { site: name, project: name }), ...defaults };
}

/** What the config says, as the environment would say it; there it has the last word. */
export function projectEnvironment(config: ProjectConfig): Record<string, string | undefined> {
  const { site, language, imageHosts, imageFolder, paths, basePath } = config;
  const { from, ...pictureRules } = config.pictures ?? {};
  const said = {
    OG_SITE_URL: site && URL.canParse(site) ? new URL(site).origin : site, // functions answer at the root
    OG_LANG: language,
    OG_IMAGE_HOSTS: imageHosts?.join(','),
    OG_IMAGE_FOLDER: imageFolder,
    OG_PATHS: paths && JSON.stringify(paths),
    OG_BASE_PATH: basePath,
    OG_PICTURES: from,
    OG_PICTURE_RULES: config.pictures && JSON.stringify(pictureRules),
  };
  const environment: Record<string, string | undefined> = { ...process.env };
  for (const [name, value] of Object.entries(said)) environment[name] ||= value;
  return environment;
}

/** Where the site lives, with the path of its host that it may live below. */
export function siteOf({ site }: ProjectConfig): string | undefined {
  return process.env['OG_SITE_URL'] || site;
}

/**
 * The image generator of a project that was put together beforehand, as a function has it.
 *
 * @param modules The modules of its templates, by their files.
 * @param folder Where its files lie now, each where it was in the project.
 * @param styles As {@link assembleTemplates} takes them.
 */
export function fromProject(
  config: ProjectConfig,
  modules: TemplateModules,
  shipped: readonly Template[],
  folder?: string | URL,
  styles?: Readonly<Record<string, string>>,
): Cardstock {
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  return new Cardstock({
    templates: assembleTemplates(config, modules, shipped, path && resolve(path), styles),
    defaults: defaultsOf(config),
    environment: projectEnvironment(config),
  });
}

/** Of a project; those that ship have styles of their own. A path was read when the project was loaded. */
function withTailwind(template: Template, { tailwind }: ProjectConfig): Template {
  return typeof tailwind === 'string' ? template : inheritOrigin({ tailwind, ...template }, template);
}

/**
 * What a template says of a size counts for it.
 *
 * @throws {TemplateError} as {@link checkSizes}.
 */
function withVariants(templates: Template[], { variants }: ProjectConfig): Template[] {
  if (!variants) return templates;
  checkSizes(variants, 'The config');
  return templates.map((template) =>
    inheritOrigin({ ...template, variants: { ...variants, ...template.variants } }, template),
  );
}
