// Writes entries over one another, so many or until it is killed: what the machine running out of memory does.
import { DiskStore } from '../../../../src/serve/cache/stores/disk-store.ts';
import { keyOf, packed } from './images.ts';

const [folder, writes = Infinity] = process.argv.slice(2) as [string, string?];
const store = new DiskStore({ folder, maxBytes: 1_000_000_000 });
// More than Node writes at a time, so that there is a half to be killed in.
const value = packed(Buffer.alloc(700_000, process.pid.toString()));

for (let index = 0; index < Number(writes); index += 1) {
  const written = store.set(keyOf(index % 4), value);
  if (index === 0) process.stdout.write('writing');
  await written;
}
