/** As it is where it is light; a card is drawn anew with each key, and the picture goes along each time. */
const maxBytes = 200_000;
/** No card shows more. */
const maxSidePx = 1_200;

/** A file as a data URL, as small as a card needs it. */
export async function readPicture(file: Blob): Promise<string> {
  if (file.size <= maxBytes || file.type === 'image/svg+xml') return dataUrlOf(file);
  return dataUrlOf(await reduced(file));
}

/** The first picture of what was dropped or pasted. */
export function pictureIn(data: DataTransfer | null): File | undefined {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
}

async function reduced(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, maxSidePx / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/webp', 0.9));
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('The file cannot be read.', { cause: reader.error }));
    reader.readAsDataURL(blob);
  });
}
