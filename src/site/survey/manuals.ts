import type { PageFacts } from '../read/page/page-facts.ts';
import { type Affix, affixOf } from './affixes.ts';
import { areSame } from './count.ts';
import { isHome, sectionOf } from './edition.ts';
import { titleOfAll } from './site-name.ts';

/** Programs that make nothing but manuals. */
const manualMakers =
  /sphinx|docutils|docbook|publican|mdbook|rustdoc|mkdocs|properdocs|zensical|vitepress|vuepress|docusaurus|docsify|starlight|nextra|fumadocs|doxygen|javadoc|dokka|typedoc|jsdoc|asciidoc|antora|gitbook|honkit|bookdown|pkgdown|quarto.*book|jupyter-?book|jupyterbook|haddock|erl_docgen|exdoc|ex_doc|yard|rdoc|sdoc|docfx|jazzy|docc|scribble|documenter|odoc|makeinfo|texinfo|texi2html|hevea|latex2html|slate|redoc|swagger|ldoc|godoc|crystal docs|codox|sandcastle|docco|phpdocumentor|apigen|doctum|nimdoc|dartdoc|scaladoc|esdoc|gi-docgen|gtk-doc|hotdoc|hexdocs|docutil|pdoc|epydoc|pydoctor|naturaldocs|perldoc|pod2html|groff|man2html|roffit/i;

const manualPath =
  /(?:^|\/)(?:docs?|documentation|manual|handbook|guides?|reference|api|apidocs?|javadoc|tutorials?|learn|man|help|wiki|book)\//i;

/** A site that calls itself so is one. */
const manualName = /\b(?:documentation|docs|manual|handbook|api|reference|javadoc)\b|\d+\.\d+/i;

/** Whether a page looks like a part of a manual: its maker says so, or two of the things that manuals have. */
function looksLikeManual({ generator = '', hints, path, breadcrumbs, publishedAt }: PageFacts): boolean {
  if (manualMakers.test(generator)) return true;
  const signs = [
    hints.hasNeighbours,
    hints.hasSidebar,
    hints.hasContents,
    breadcrumbs.length > 1,
    manualPath.test(path),
    hints.codeBlocks > 1,
  ].filter(Boolean).length;
  return signs >= (publishedAt ? 4 : 3);
}

const minShare = 0.5;

/**
 * The parts of a site that are manuals: one part has one design. What lies directly at the top
 * is a part of its own. A home page may look like anything, and has no say where there are others.
 */
export function manualSections(pages: readonly PageFacts[], affixes: readonly Affix[]): Set<string> {
  const named = affixes.filter(({ text }) => manualName.test(text));
  const whole = titleOfAll(pages) ?? '';
  const isNamed = ({ titles: { element = '' } }: PageFacts) =>
    affixOf(element, named) !== undefined || (manualName.test(whole) && areSame(element, whole));
  const isManual = (page: PageFacts) => looksLikeManual(page) || isNamed(page);
  const sections = Map.groupBy(pages, ({ path }) => sectionOf(path));
  const manuals = [...sections].filter(([, all]) => {
    const inner = all.filter(({ path }) => !isHome(path));
    const members = inner.length > 0 ? inner : all;
    return members.filter(isManual).length > members.length * minShare;
  });
  return new Set(manuals.map(([section]) => section));
}
