import { expect, it, onTestFinished } from 'vitest';
import { EditedProject, saves } from '../support/edited-project.ts';

it('fifty saves in a row, of every kind and at any pace, are seen, each of them', async () => {
  const project = await new EditedProject().open();
  onTestFinished(() => project.close());
  const ways = Object.keys(saves) as (keyof typeof saves)[];
  for (let count = 0; count < 50; count += 1) {
    const words = project.save(ways[(count * 3) % ways.length]!);
    await expect.poll(() => project.description, { timeout: 20_000, interval: 10 }).toBe(words);
    await new Promise((resolve) => setTimeout(resolve, (count * 37) % 70)); // before, while and after it settles
  }
});
