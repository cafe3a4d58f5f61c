// 2,000 cards in a row (or as many as the first argument says): does anything grow?
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Cardstock, variantNames } from '../dist/src/index.js';
import { templates } from '../dist/templates/index.js';
import { endAll } from './endings.js';
import { processTree, proportionalSetSize } from './process-tree.js';
import { createWorkspace } from './workspace.js';

const cards = Number(process.argv[2] ?? 2_000);
const steps = 8;

const requests = templates.flatMap((template) =>
  Object.values(template.examples).flatMap((props) =>
    variantNames.map((variant) => ({ template: template.name, props, variant })),
  ),
);

function folderBytes(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.reduce((total, file) => total + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}

function look(temporaryFolder) {
  const tree = processTree(process.pid);
  return {
    'PSS MB': tree.map(proportionalSetSize).reduce((sum, bytes) => sum + bytes, 0) / 1e6,
    'node RSS MB': process.memoryUsage.rss() / 1e6,
    processes: tree.length,
    'open files': readdirSync('/proc/self/fd').length,
    'temp MB': folderBytes(temporaryFolder) / 1e6,
  };
}

async function takeCards(cardstock, first, count) {
  const times = [];
  for (let index = first; index < first + count; index++) {
    const start = performance.now();
    await cardstock.render(requests[index % requests.length]);
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];
}

const { path } = createWorkspace();
const cardstock = new Cardstock({ templates, config: { browsers: 1, temporaryFolder: path } });
try {
  await takeCards(cardstock, 0, requests.length);
  const rows = [{ cards: 0, ...look(path) }];
  for (let step = 0; step < steps; step++) {
    const count = Math.ceil(cards / steps);
    const p95 = await takeCards(cardstock, step * count, count);
    rows.push({ cards: (step + 1) * count, ...look(path), 'p95 ms': p95 });
  }
  const whole = (value) => Math.round(value);
  console.table(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, whole(value)]))),
  );
} finally {
  await cardstock.close();
  await endAll();
}
