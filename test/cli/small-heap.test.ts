import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { typescript } from '../support/typescript.ts';

const module = join(import.meta.dirname, '../../src/cli/small-heap.ts');

/** What V8 has set aside for new objects, after many that lived for a while. */
async function roomForNew(before: string): Promise<number> {
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepHeapSmall } from ${JSON.stringify(module)};
    ${before}
    let kept = [];
    for (let count = 0; count < 2_000_000; count++) {
      kept.push({ count });
      if (kept.length > 100_000) kept = [];
    }
    console.log(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size);`;
  const args = [...typescript, '--input-type=module-typescript', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return Number(stdout);
}

it('a server keeps its room for new objects small, which V8 would widen', async () => {
  const [usual, small] = await Promise.all([roomForNew(''), roomForNew('keepHeapSmall();')]);
  expect(small).toBeLessThan(usual / 4);
});
