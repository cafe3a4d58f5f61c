// Prints the slowest test files of vitest's JSON report, and last `N passed, N failed, N skipped`;
// fails when a test failed or none ran.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const report = read(process.argv[2]);
const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report;
for (const line of slowest(report.testResults, 10)) console.log(line);
console.log(`${passed} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`);
process.exitCode = report.success && failed === 0 && passed > 0 ? 0 : 1;

function slowest(files, count) {
  return files
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${relative('', name)}`);
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {
      success: false,
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [],
    };
  }
}
