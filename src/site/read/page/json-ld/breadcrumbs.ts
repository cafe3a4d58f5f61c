import { type Graph, isThing, type Thing, typesOf } from './graph.ts';
import { isSamePage, type PageClues } from './subject.ts';
import type { Reader } from './values.ts';

interface Step {
  readonly name: string | undefined;
  readonly url: string | undefined;
  readonly position: number;
}

/** The way to the page, from the outside in, without the page itself. */
export function breadcrumbsIn(graph: Graph, reader: Reader, page: PageClues): string[] {
  const list = graph.things.find((thing) => typesOf(thing).includes('BreadcrumbList'));
  const steps = graph
    .list(list?.['itemListElement'] ?? [])
    .filter(isThing)
    .map((element, index) => stepOf(element, index, graph, reader))
    .filter(({ name }) => name !== undefined)
    .sort((one, other) => one.position - other.position);
  const last = steps.at(-1);
  const way = last && isPage(last, page) ? steps.slice(0, -1) : steps;
  return way.map(({ name }) => name!);
}

function stepOf(element: Thing, index: number, graph: Graph, reader: Reader): Step {
  const item = graph.first(element['item']);
  const url = isThing(item) ? (item['@id'] ?? item['url']) : item;
  const position = Number(element['position'] ?? index + 1);
  return {
    name: reader.text(element['name']) ?? (isThing(item) ? reader.text(item['name']) : undefined),
    url: typeof url === 'string' && url !== '' ? url : undefined,
    position: Number.isFinite(position) ? position : index + 1,
  };
}

/** Where the last step has no address, it is where we are. */
function isPage({ name, url }: Step, page: PageClues): boolean {
  const isTitle = page.titles.some((title) => title.toLowerCase() === name?.toLowerCase());
  return url === undefined || isTitle || (page.url !== undefined && isSamePage(url, page.url));
}
