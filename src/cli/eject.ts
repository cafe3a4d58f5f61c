import { eject as ejectDesign } from '../project/eject/eject.ts';
import { describeStep } from './describe-init.ts';
import { currentProject } from './project.ts';

/** Copies a design into this project, and says whether it draws what it drew. */
export async function eject(name: string): Promise<void> {
  const { steps, different } = await ejectDesign(await currentProject(), name);
  for (const line of steps.map(describeStep)) console.log(line);
  const isSame = different.length === 0;
  console.log(
    isSame ? '\nit draws every example as ours does' : `\ndraws otherwise: ${different.join(', ')}`,
  );
  console.log(`next: npx cardstock-og start, and change ${steps[0]!.file}`);
}
