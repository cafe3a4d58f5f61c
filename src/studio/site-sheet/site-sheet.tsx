import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ComponentChild } from 'preact';
import { render } from 'preact-render-to-string';
import type { CardNote } from '../../site/build/card-notes.ts';
import type { BuildReport } from '../../site/build/report.ts';
import { describeImage, describeKind, describeReason } from '../../site/build/report-words.ts';
import type { PageKind } from '../../site/read/page/page.ts';
import { writeWhole } from '../../system/write-whole.ts';
import { style } from './style.ts';

/** Where {@link writeSiteSheet} shows a build, and what it needs to know of it. */
export interface SiteSheetOptions {
  /** The built site; pages are linked there. */
  readonly siteFolder: string;
  /** Where the build keeps its images, in `images`; the sheet lies beside them. */
  readonly cacheFolder: string;
}

/** All cards of a site on one page, the weakest first, with what the site was taken for. */
export async function writeSiteSheet(report: BuildReport, options: SiteSheetOptions): Promise<string> {
  const file = join(options.cacheFolder, 'sheet.html');
  await writeWhole(file, renderSheet(report, options));
  return file;
}

function renderSheet(report: BuildReport, { siteFolder, cacheFolder }: SiteSheetOptions): string {
  const kinds = Object.entries(report.site.kinds) as [PageKind, number][];
  const pages = addressOf(relative(cacheFolder, siteFolder).split(sep).join('/'));
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${report.cards.length} cards${report.site.name ? ` of ${report.site.name}` : ''}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style + filterStyle(kinds) }} />
      </head>
      <body>
        <Summary {...report} />
        <Filter cards={report.cards} kinds={kinds} />
        <ul class="cards">
          {report.cards.map((card) => (
            <li class={`${card.kind}${card.notes.length > 0 ? ' weak' : ''}`}>
              <Card {...card} pages={pages} image={keptImage(card, cacheFolder)} />
            </li>
          ))}
        </ul>
      </body>
    </html>
  );
  return `<!doctype html>${render(page)}`;
}

function Summary({ site, cards, skipped, failures }: BuildReport) {
  const { name, nameFrom, look, disowned } = site;
  const { props, sources } = look;
  return (
    <header>
      <h1>
        {props.logo && <img src={props.logo} alt="" />}
        <span dir="auto">{name ?? 'A site without a name'}</span>
      </h1>
      <dl>
        <Fact label="cards" lines={[`${cards.length}, the weakest first`]} />
        <Fact
          label="name"
          lines={[name ? `from ${nameFrom}` : '"name" in cardstock.config.ts gives it one']}
        />
        <Fact label="called" lines={Object.keys(site.names).length > 1 ? [listOf(site.names)] : []} />
        <Fact
          label="colour"
          lines={props.brand ? [<Color brand={props.brand} from={sources.brand} />] : []}
        />
        <Fact label="icon" lines={sources.logo ? [sources.logo] : []} />
        <Fact label="theme" lines={props.theme ? [`${props.theme}, from ${sources.theme}`] : []} />
        <Fact label="languages" lines={[listOf(site.languages)]} />
        <Fact label="images" lines={disowned.map(describeImage)} />
        <Fact label="left alone" lines={Object.entries(skipped).map(leftAlone)} />
        <Fact label="failed" lines={failures.map(({ path, message }) => `${path}: ${message}`)} />
      </dl>
    </header>
  );
}

/** A term with its lines; nothing where it has none. */
function Fact({ label, lines }: { label: string; lines: readonly ComponentChild[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      {lines.map((line) => (
        <dd>{line}</dd>
      ))}
    </>
  );
}

function Color({ brand, from }: { brand: string; from: string | undefined }) {
  return (
    <>
      <span class="swatch" style={{ background: brand }} />
      {brand}, from {from}
    </>
  );
}

function leftAlone([reason, paths]: [string, readonly string[]]) {
  return (
    <details>
      <summary>
        {paths.length}, {describeReason(reason)}
      </summary>
      {paths.join(', ')}
    </details>
  );
}

function listOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([key, count]) => `${key || 'not said'} ${count}`)
    .join(', ');
}

function Filter({ cards, kinds }: Pick<BuildReport, 'cards'> & { kinds: readonly [PageKind, number][] }) {
  const weak = cards.filter(({ notes }) => notes.length > 0).length;
  const choices = [
    ['all', `all ${cards.length}`],
    ['weak', `${weak} worth a look`],
    ...kinds.map(([kind, count]) => [kind, describeKind(kind, count)]),
  ];
  return (
    <nav class="filter">
      {choices.map(([id, words]) => (
        <label>
          <input type="radio" name="filter" id={`only-${id}`} checked={id === 'all'} /> {words}
        </label>
      ))}
    </nav>
  );
}

/** Choosing a kind takes no script, so that the page may be opened from a folder. */
function filterStyle(kinds: readonly [PageKind, number][]): string {
  const choices = ['weak', ...kinds.map(([kind]) => kind)];
  return choices.map((id) => `body:has(#only-${id}:checked) .cards li:not(.${id}){display:none}`).join('');
}

function Card({ path, title, kind, image, notes, pages }: CardNote & { pages: string }) {
  return (
    <>
      {image ? (
        <a href={image}>
          <img src={image} alt={`The card of ${path}`} loading="lazy" />
        </a>
      ) : (
        <div class="none">no image is kept here</div>
      )}
      <h2 dir="auto">{title}</h2>
      <div class="facts">
        {kind}, <a href={`${pages}/${addressOf(path)}`}>{path}</a>
      </div>
      {notes.map((note) => (
        <div class="note">{note}</div>
      ))}
    </>
  );
}

/** A dry run makes no image, and other modes than `static` make them elsewhere. */
function keptImage({ image }: CardNote, cacheFolder: string): string | undefined {
  return image && existsSync(join(cacheFolder, 'images', image)) ? `images/${image}` : undefined;
}

function addressOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
