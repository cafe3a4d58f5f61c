import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const main = join(import.meta.dirname, '../dist/src/cli/main.js');

const template = (hue) => `import { css, defineTemplate, text, z } from 'cardstock-og';

export const note = defineTemplate({
  name: 'note',
  description: 'A line of words.',
  props: z.strictObject({ title: text(300, 'What it says') }),
  examples: { short: { title: 'Hello' } },
  fonts: [{ family: 'Inter', weights: [700] }],
  render: ({ title }) => <main><h1>{title}</h1></main>,
  css: css\`main { height: 100%; padding: 80px; background: hsl(${hue} 60% 92%); font: 700 80px Inter }\`,
});
`;

/** A project of one template, and `cardstock start` in it. */
export async function openStudioProject() {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-bench-studio-'));
  const save = (index) => writeFileSync(join(folder, 'cards/note.tsx'), template((index * 37) % 360));
  mkdirSync(join(folder, 'cards'));
  writeFileSync(
    join(folder, 'cardstock.config.ts'),
    `export default { templates: './cards', gallery: false };\n`,
  );
  save(5);
  const env = { ...process.env, PORT: '0', CARDSTOCK_BROWSERS: '1' };
  const child = spawn(process.execPath, [main, 'start'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const [line] = await Promise.race([once(lines, 'line'), exited]);
  const origin = /\blistening on ([^\s"]+)/.exec(String(line))?.[1];
  if (!origin) throw new Error(`The studio did not start: ${String(line)}`);
  return {
    origin,
    pid: child.pid,
    save,
    async close() {
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
