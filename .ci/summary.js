// Prints `N passed, N failed, N skipped` from vitest's JSON report; fails when a test failed or none ran.
import { readFileSync } from 'node:fs';

const report = read(process.argv[2]);
const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report;
console.log(`${passed} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`);
process.exitCode = report.success && failed === 0 && passed > 0 ? 0 : 1;

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { success: false, numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  }
}
