import { isCancel, text } from '@clack/prompts';
import { posixPath } from '../system/posix-path.ts';
import { join } from 'node:path';
import type { Surroundings } from '../project/init/surroundings.ts';
import { complaints, type SaidOfSite } from './init-answers.ts';

type Question = readonly [key: keyof SaidOfSite, message: string, found: string | undefined];

/**
 * Asks a person on a terminal. What was found stands there already, and no answer is one.
 *
 * @returns Nothing where the person would rather not.
 */
export async function askForSite(folder: string, around: Surroundings): Promise<SaidOfSite | undefined> {
  const { assets, answers } = around;
  const logo = around.logo && posixPath(join(assets ?? '.', around.logo));
  const questions: Question[] = [
    ['site', 'Where will it live?', answers.site],
    ['name', 'What is it called?', answers.name],
    ['color', 'Its colour?', answers.brand],
    ...(assets === undefined ? [] : [['logo', 'A file with its logo?', logo] as const]),
  ];
  const said: Partial<Record<keyof SaidOfSite, string>> = {};
  for (const [key, message, initialValue = ''] of questions) {
    const check = (answer = '') => (answer === '' ? undefined : complaints[key](answer, { folder, assets }));
    const answer = await text({
      message,
      initialValue,
      placeholder: key === 'site' ? 'https://example.com' : 'Enter: each build looks for it',
      validate: (typed) => check(typed?.trim()),
    });
    if (isCancel(answer)) return undefined;
    said[key] = String(answer ?? '').trim();
  }
  return said;
}
