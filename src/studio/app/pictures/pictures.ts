import { signal } from '@preact/signals';
import type { SitePicture, SitePictures } from '../../protocol.ts';
import { checked } from '../net/api.ts';

/** Those that were listed so far. */
export const listed = signal<SitePictures>({ pictures: [] });
/** The one that is looked at. */
export const chosen = signal<SitePicture | undefined>(undefined);
export const problem = signal<string | undefined>(undefined);
/** What the paths of those that are listed begin with. */
export const prefix = signal('');

async function get<Answer>(path: string, query: Record<string, string>): Promise<Answer> {
  const response = await checked(await fetch(`_studio/${path}?${new URLSearchParams(query)}`));
  return (await response.json()) as Answer;
}

/** Says what went wrong in the panel, where something did. */
async function trying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    problem.value = undefined;
  } catch (error) {
    problem.value = (error as Error).message;
  }
}

export async function listPictures(): Promise<void> {
  const asked = prefix.value;
  await trying(async () => {
    const page = await get<SitePictures>('pictures', { prefix: asked });
    if (asked === prefix.value) listed.value = page; // somebody may have typed on
  });
}

export async function listMore(): Promise<void> {
  const { pictures, next } = listed.value;
  if (next === undefined) return;
  await trying(async () => {
    const page = await get<SitePictures>('pictures', { prefix: prefix.value, after: next });
    listed.value = { ...page, pictures: [...pictures, ...page.pictures] };
  });
}

export async function choosePicture(path: string): Promise<void> {
  await trying(async () => void (chosen.value = await get<SitePicture>('picture', { path })));
}

export async function removePicture(path: string): Promise<void> {
  await trying(async () => {
    await checked(await fetch(`_studio/picture?${new URLSearchParams({ path })}`, { method: 'DELETE' }));
    chosen.value = undefined;
    await listPictures();
  });
}

export function smallUrl({ path, modifiedAt = '' }: { path: string; modifiedAt?: string }): string {
  return `_studio/picture/small?${new URLSearchParams({ path, at: modifiedAt })}`;
}

export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1e6).toFixed(1)} MB`;
}
