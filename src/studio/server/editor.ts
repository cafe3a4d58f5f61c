import express, { Router } from 'express';
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import * as z from 'zod';
import { InvalidParameterError } from '../../errors.ts';
import type { Workshop } from './workshop.ts';

const placeForm = z.object({
  path: z.string(),
  line: z.int().positive().default(1),
  column: z.int().positive().default(1),
});

/** Opens a file of the project in the editor that runs, or that `LAUNCH_EDITOR` names; no other file. */
export function openInEditor(workshop: Workshop): Router {
  const router = Router();
  router.post('/editor', express.json(), async (request, response) => {
    const { data } = placeForm.safeParse(request.body);
    const file = data && ownFile(data.path, workshop.project());
    if (!data || !file) throw new InvalidParameterError('path', 'expected a file of the project');
    const { default: launchEditor } = await import('launch-editor');
    let problem: string | undefined;
    launchEditor(`${file}:${data.line}:${data.column}`, (_file, message) => {
      problem = message ?? 'no editor was found; LAUNCH_EDITOR names one';
    });
    response.json({ problem });
  });
  return router;
}

function ownFile(path: string, { folder, files }: ReturnType<Workshop['project']>): string | undefined {
  const file = real(path);
  if (file === undefined) return undefined;
  const way = relative(real(folder) ?? folder, file).split(sep);
  const isInside = way[0] !== '..' && !way.includes('node_modules');
  return isInside || files.some((own) => real(own) === file) ? file : undefined;
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
