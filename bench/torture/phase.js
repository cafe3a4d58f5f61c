// One phase in a process of its own: whatever becomes of it, it can be ended, with all that it started.
import { endAll } from '../endings.js';
import { phases } from './phases.js';

const [name, workspace, cut] = process.argv.slice(2);
const isCut = cut === 'cut';
const size = (whole, part) => (isCut ? part : whole);
try {
  const rows = await phases[name].run({ workspace, size, isCut });
  await endAll();
  process.send(rows, () => process.exit());
} catch (error) {
  await endAll();
  process.send({ error: error.message.split('\n', 1)[0] }, () => process.exit());
}
