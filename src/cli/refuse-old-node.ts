import { complaintOf } from '../system/node-version.ts';

// The first import of the command line, before any that an old Node would stumble over.
const complaint = complaintOf(process.versions.node);
if (complaint) {
  console.error(`cardstock: ${complaint}`);
  process.exit(1);
}
