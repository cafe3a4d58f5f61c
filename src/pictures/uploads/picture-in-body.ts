import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { type BusboyFileStream, Busboy } from '@fastify/busboy';
import { MalformedUploadError, UnsupportedUploadError, UploadTooLargeError } from '../../errors.ts';

/** What a form may have beside its picture: a few words that nobody reads. */
const limits = { files: 2, fields: 20, parts: 22, fieldSize: 10_000, headerPairs: 20, headerSize: 8_192 };

/** Around the picture in a form: boundaries, heads, the other fields. */
export const formBytes = 64 * 1024;

const pieceBytes = 64 * 1024;

const validBodies = ['multipart/form-data', 'image/…', 'application/octet-stream'];

/**
 * The one picture that a body is, or that is in it where it is a form. What the body says of its
 * kind and its name counts for nothing.
 *
 * @throws {UnsupportedUploadError} it is neither.
 * @throws {UploadTooLargeError} it has more than `maxBytes`.
 * @throws {MalformedUploadError} it is a form that cannot be read, or has none in it, or two.
 */
export async function pictureIn(body: Buffer, contentType: string | null, maxBytes: number): Promise<Buffer> {
  const picture = await anyPictureIn(body, contentType);
  if (picture.length > maxBytes) throw new UploadTooLargeError(maxBytes);
  return picture;
}

async function anyPictureIn(body: Buffer, contentType: string | null): Promise<Buffer> {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() || 'application/octet-stream';
  if (type === 'multipart/form-data') return oneOf(await filesIn(body, contentType!));
  if (type !== 'application/octet-stream' && !type.startsWith('image/')) {
    throw new UnsupportedUploadError(`The body is ${type}.`, validBodies);
  }
  if (body.length === 0) throw new MalformedUploadError('it is empty');
  return body;
}

function oneOf(files: readonly Buffer[]): Buffer {
  const [file, other] = files;
  if (!file) throw new MalformedUploadError('the form has no file in it');
  if (other) throw new MalformedUploadError('the form has more than one file in it');
  if (file.length === 0) throw new MalformedUploadError('the file in the form is empty');
  return file;
}

async function filesIn(body: Buffer, contentType: string): Promise<Buffer[]> {
  const files: Promise<Buffer>[] = [];
  try {
    const form = new Busboy({ headers: { 'content-type': contentType }, limits });
    form.on('file', (_field, file) => void files.push(contentOf(file)));
    form.on('fieldsLimit', () => form.destroy(new Error('it has too many fields')));
    form.on('partsLimit', () => form.destroy(new Error('it has too many parts')));
    await pipeline(Readable.from(piecesOf(body)), form);
    return await Promise.all(files);
  } catch (error) {
    await Promise.allSettled(files);
    throw new MalformedUploadError('the form is broken', error);
  }
}

/** A limit stops what comes after a piece, and not within one. */
function* piecesOf(body: Buffer): Generator<Buffer> {
  for (let start = 0; start < body.length; start += pieceBytes) {
    yield body.subarray(start, start + pieceBytes);
  }
}

async function contentOf(file: BusboyFileStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
