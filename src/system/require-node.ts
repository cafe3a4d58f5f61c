import { complaintOf } from './node-version.ts';

// The first import of whatever is imported from outside: what an old Node lacks would else be
// found out in the middle of a card, when a browser is running already.
const complaint = complaintOf(process.versions.node);
if (complaint) throw new Error(complaint);
