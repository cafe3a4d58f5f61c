import {
  type CardTexts,
  type Catalog,
  factsHeader,
  type Failure,
  type FaultPlace,
  type LintAnswer,
  type PageAnswer,
  type PageQuestion,
  type PageWords,
  type PictureFacts,
  type StudioCard,
  type WhyAnswer,
  type WhyQuestion,
} from '../../protocol.ts';

/** What the server says in the place of an answer. */
export class FailedRequest extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

export interface DrawnPicture {
  readonly blob: Blob;
  readonly facts: PictureFacts;
}

export async function drawCard(card: StudioCard, signal?: AbortSignal): Promise<DrawnPicture> {
  const response = await ask('card', card, signal);
  const facts = JSON.parse(decodeURIComponent(response.headers.get(factsHeader) ?? '')) as PictureFacts;
  return { blob: await response.blob(), facts };
}

export async function getCatalog(): Promise<Catalog> {
  return (await (await checked(await fetch('_studio/catalog'))).json()) as Catalog;
}

export async function lintCard(card: StudioCard, signal?: AbortSignal): Promise<LintAnswer> {
  return (await (await ask('lint', card, signal)).json()) as LintAnswer;
}

export async function askWhy(question: WhyQuestion, signal?: AbortSignal): Promise<WhyAnswer> {
  return (await (await ask('why', question, signal)).json()) as WhyAnswer;
}

export async function writeTexts(
  card: StudioCard,
  page?: PageWords,
  signal?: AbortSignal,
): Promise<CardTexts> {
  return (await (await ask('texts', { ...card, page }, signal)).json()) as CardTexts;
}

export async function listPages(): Promise<readonly string[]> {
  const response = await checked(await fetch('_studio/pages'));
  return ((await response.json()) as { pages: string[] }).pages;
}

export async function askPage(question: PageQuestion): Promise<PageAnswer> {
  return (await (await ask('page', question)).json()) as PageAnswer;
}

/** Says why the file could not be opened, where it could not. */
export async function openInEditor({ path, line, column }: FaultPlace): Promise<string | undefined> {
  const response = await ask('editor', { path, line, column });
  return ((await response.json()) as { problem?: string }).problem;
}

export function thumbnailUrl(template: string, example: string, revision: string): string {
  return `_studio/thumbnail?${new URLSearchParams({ template, example, revision })}`;
}

async function ask(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(body), ...(signal && { signal }) };
  return checked(await fetch(`_studio/${path}`, request));
}

/** @throws {FailedRequest} the server says that something is wrong. */
export async function checked(response: Response): Promise<Response> {
  if (response.ok) return response;
  const failure = (await response.json().catch(() => undefined)) as Failure | undefined;
  throw new FailedRequest(failure ?? unreadable(response));
}

function unreadable({ status }: Response): Failure {
  return { code: 'unreadable', message: `The server answered ${status}.`, problems: [] };
}
