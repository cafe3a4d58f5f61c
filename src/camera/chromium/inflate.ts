import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { inflateFrames, type InflateTask } from './inflate-frames.ts';
import type { Pack } from './pack-file.ts';

/**
 * Inflates one folder of a pack in a process of its own: buffers of this size stay with whoever
 * had them, 45 to 80 MB. What that could not do is tried here, where the reason can be told.
 *
 * @throws {Error} the pack is damaged, or the disk is full.
 */
export async function inflate(pack: Pack, folder: string, to: string): Promise<void> {
  const task = taskOf(pack, folder, to);
  if (!(await inflateApart(task))) await inflateFrames(task);
}

/** The same for what is small. */
export function inflateHere(pack: Pack, folder: string, to: string): Promise<void> {
  return inflateFrames(taskOf(pack, folder, to));
}

/** One more than there are cores: while it is read and written, another one is decoded. */
export function taskOf({ path, index, start }: Pack, folder: string, to: string): InflateTask {
  return { path, ...index, start, folder: `${folder}/`, to, lanes: availableParallelism() + 1 };
}

/**
 * Whether another process could inflate it. That gets its code as text and not as a file, which
 * whoever bundles us into one file would leave behind.
 */
export async function inflateApart(task: InflateTask): Promise<boolean> {
  const script = `${endWithParent}(${inflateFrames.toString()})(${JSON.stringify(task)})
    .then(() => process.exit(0), () => process.exit(1));`;
  const child = spawn(process.execPath, ['--eval', script], {
    env: { UV_THREADPOOL_SIZE: String(task.lanes) },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.on('error', () => {}); // it has ended
  const [code] = (await once(child, 'exit').catch(() => [1])) as [number | null];
  return code === 0;
}

const endWithParent = "process.stdin.on('close', () => process.exit(1)).resume();";
