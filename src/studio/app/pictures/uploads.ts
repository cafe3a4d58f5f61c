import { signal } from '@preact/signals';
import type { Failure } from '../../protocol.ts';
import { choosePicture, listPictures } from './pictures.ts';

/** A file on its way to the server. */
export interface Upload {
  readonly id: number;
  readonly name: string;
  /** 0 to 1; the server looks at the picture after that. */
  readonly share: number;
  readonly state: 'sending' | 'done' | 'failed';
  readonly problem?: string;
}

export const uploads = signal<readonly Upload[]>([]);
let lastId = 0;

/** One after the other: together they would be no sooner there. */
export async function uploadAll(files: Iterable<File>): Promise<void> {
  const waiting = Array.from(files, (file) => ({ file, id: (lastId += 1) }));
  uploads.value = [
    ...uploads.value.filter(({ state }) => state === 'sending'),
    ...waiting.map(({ file, id }) => ({ id, name: file.name, share: 0, state: 'sending' as const })),
  ];
  for (const { file, id } of waiting) await upload(file, id);
  await listPictures();
}

async function upload(file: File, id: number): Promise<void> {
  const change = (part: Partial<Upload>) => {
    uploads.value = uploads.value.map((each) => (each.id === id ? { ...each, ...part } : each));
  };
  try {
    const path = await send(file, (share) => change({ share }));
    change({ state: 'done', share: 1 });
    await choosePicture(path);
  } catch (error) {
    change({ state: 'failed', problem: (error as Error).message });
  }
}

/** By XMLHttpRequest: fetch does not tell how much has been sent. */
function send(file: File, onProgress: (share: number) => void): Promise<string> {
  const request = new XMLHttpRequest();
  const sent = new Promise<string>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onerror = () => reject(new Error('The server did not take it to its end.'));
    request.onload = () => {
      const answer = JSON.parse(request.responseText) as Failure & { path: string };
      if (request.status === 201) resolve(answer.path);
      else reject(new Error(answer.message));
    };
  });
  request.open('POST', `_studio/pictures?${new URLSearchParams({ path: pathOf(file.name) })}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return sent;
}

/** The name of a file as it may stand in an address: letters and digits of any script, and what is between them. */
export function pathOf(fileName: string): string {
  const plain = fileName.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-');
  return plain.replaceAll(/^[.-]+|[.-]+$|-+(?=\.)/g, '') || 'picture';
}
