import * as z from 'zod';
import { limitsForOwners } from '../../card/pictures/limits.ts';
import type { Answer } from '../../serve/http/answer.ts';
import { onSite } from '../../serve/url/sealed-url.ts';
import { problemOfPicturePath } from '../path.ts';
import { writeTicket } from '../uploads/ticket.ts';
import { pictureTypes, typeOfName, usualTypes } from '../verify/kinds.ts';
import { answerJson, readJson } from './json.ts';
import type { ApiServices } from './services.ts';

const usualBytes = 10_000_000;
const [usualSeconds, mostSeconds] = [3_600, 7 * 86_400];

const picturePath = z.string().check(({ value, issues }) => {
  const problem = problemOfPicturePath(value);
  if (problem !== undefined) issues.push({ code: 'custom', message: problem, input: value });
});

/** What an administrator says of the address that is wanted. */
const wish = z
  .strictObject({
    name: picturePath.optional(),
    folder: z
      .string()
      .transform((path) => path.replace(/\/$/, ''))
      .pipe(picturePath)
      .optional(),
    maxBytes: z.int().min(1).max(limitsForOwners.maxBytes).default(usualBytes),
    types: z.array(z.enum(pictureTypes)).min(1).optional(),
    expiresInSeconds: z.int().min(1).max(mostSeconds).default(usualSeconds),
    overwrite: z.boolean().default(false),
  })
  .check(({ value: { name, folder, types, overwrite }, issues }) => {
    const refuse = (path: string, message: string) =>
      issues.push({ code: 'custom', path: [path], message, input: undefined });
    const type = name === undefined ? undefined : typeOfName(name);
    if (name !== undefined && folder !== undefined)
      refuse('folder', 'goes without a name, which has its own');
    if (name === undefined && overwrite) refuse('overwrite', 'goes with a name: a hash means one picture');
    if (type && types && !types.includes(type)) refuse('name', `ends as ${type}, which is none of the types`);
  });

/** Gives away the right to upload one picture. Nothing is kept of it: the address says all, and is signed. */
export async function createUpload(request: Request, services: ApiServices): Promise<Answer> {
  const { budget, config, secrets } = services;
  const timeoutMs = config.requestTimeoutMs;
  const { expiresInSeconds, types, ...grant } = await readJson(request, wish, { budget, timeoutMs });
  await services.sweep();
  const named = grant.name === undefined ? undefined : typeOfName(grant.name);
  const taken = named ? [named] : (types ?? usualTypes);
  const expiresAt = Math.floor(Date.now() / 1_000) + expiresInSeconds;
  const path = writeTicket({ ...grant, types: [...taken] }, expiresAt, secrets[0]);
  const url = config.siteUrl ? onSite(path, config) : `${config.basePath}${path}`;
  const told = { ...grant, types: taken, expiresAt: new Date(expiresAt * 1_000).toISOString() };
  return answerJson(201, { upload: { url, ...told } }, { location: url });
}
