import type { PageFacts } from '../read/page/page-facts.ts';
import type { Page } from '../read/page/page.ts';
import { absolute } from '../read/page/page-url.ts';
import { authorNames, joinNames } from '../read/words/authors.ts';
import { isNobodysName } from '../read/words/forgotten.ts';
import { affixOf } from '../survey/affixes.ts';
import { areSame, sameness } from '../survey/count.ts';
import { isHome } from '../survey/edition.ts';
import type { Site } from '../survey/site.ts';
import { isOwnTitle, mastheadOf } from '../survey/site-name.ts';
import { takeApart, type VersionedName } from '../survey/versioned.ts';
import { descriptionOf } from './description.ts';
import { kindOf } from './kind.ts';
import { languageOfCard } from './language.ts';
import { titleOf } from './title.ts';
import { wayOf } from './way.ts';

/** Decides what is the page's own in what it says, now that the whole site is known. */
export function judge(page: PageFacts, site: Site): Page {
  const language = languageOfCard(page, site);
  const ownName = nameOnPage(page, site);
  const siteName = siteNameOf(page, site, ownName.name);
  const home = isHome(page.path);
  const { text: title, isOfFile } = titleOf(page, site, { siteName, isHome: home });
  const kind = kindOf(page, site);
  const description = descriptionOf(page, { title, siteName, kind }, site);
  const authors = authorNames(page.authors, siteName);
  const { dateAsWritten } = page;
  const isDateOwn = dateAsWritten !== undefined && !site.words.isDateShared(dateAsWritten);
  return {
    path: page.path,
    url: site.addresses.urlOf(page),
    kind,
    title,
    isNamedAfterFile: isOfFile,
    description,
    authors,
    author: authors.length > 0 ? joinNames(authors, language) : undefined,
    publishedAt: isDateOwn ? page.publishedAt : undefined,
    modifiedAt: page.modifiedAt,
    section: page.section,
    way: wayOf(page, title, siteName, site),
    outline: outlineOf(page, [title, page.titles.heading, description], site),
    tags: site.words.areTagsShared(page.tags) ? [] : page.tags,
    language,
    siteName,
    version: ownName.version ?? (siteName === site.name?.text ? site.name?.version : undefined),
    type: kind === 'article' ? 'article' : page.type === 'article' ? 'website' : page.type,
    image: page.images[0] && (absolute(page.images[0], page.url)?.href ?? page.images[0]),
    imageAlt: page.imageAlt,
    picture: page.picture,
    subject: page.subject,
    details: page.details,
    generator: page.generator,
  };
}

/** The headings that are the page's alone, each once, and say what does not stand above them on the card. */
function outlineOf({ outline }: PageFacts, said: readonly (string | undefined)[], { words }: Site): string[] {
  const own = outline
    .filter((part) => !words.isPartShared(part))
    .map((part) => part.replace(signOfEntry, ''));
  return [...new Set(own)].filter((part) => !said.some((text) => text !== undefined && repeats(text, part)));
}

/** What Docusaurus draws before each page of a folder. */
const signOfEntry = /^(?:📄|🗃|🔗)\ufe0f?\s*/u;
/** Shorter ones begin a sentence by chance. */
const minLettersOfBeginning = 20;

function repeats(text: string, heading: string): boolean {
  const [whole, part] = [sameness(text), sameness(heading)];
  return whole === part || (part.length > minLettersOfBeginning && whole.startsWith(part));
}

/** What the page itself says of its manual, one of several perhaps, and of its version: in its title, or above all. */
function nameOnPage(page: PageFacts, site: Site): VersionedName {
  const { element, og } = page.titles;
  const affix = affixOf(element ?? og ?? '', site.affixes);
  const { name, version } = affix?.isName ? takeApart(affix.text) : {};
  const above = mastheadOf(page, site.name);
  return { name: name && !isNobodysName(name) ? name : above.name, version: version ?? above.version };
}

/** The page's own word where it has one that is not just its title, else that of its language, else that of the site. */
function siteNameOf(page: PageFacts, site: Site, inTitle: string | undefined): string | undefined {
  if (site.name?.from === 'cardstock.config.ts') return site.name.text;
  const { siteNames, language, path } = page;
  const told = siteNames.og ?? siteNames.application;
  const shared = (site.namesByLanguage.get(language ?? '') ?? site.name)?.text;
  const isTitle = told !== undefined && !isHome(path) && !areSame(told, shared) && isOwnTitle(told, page);
  return (isTitle ? undefined : told) ?? inTitle ?? shared;
}
