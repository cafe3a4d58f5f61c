// Prints the slowest test files of vitest's JSON report, what failed and why, and last
// `N passed, N failed, N skipped`; fails when a test failed or none ran.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const report = read(process.argv[2]);
const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report;
for (const line of slowest(report.testResults, 10)) console.log(line);
for (const line of secondTries(report.testResults)) console.log(line);
for (const line of failures(report.testResults)) console.log(line);
console.log(`${passed} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`);
process.exitCode = report.success && failed === 0 && passed > 0 ? 0 : 1;

function slowest(files, count) {
  return files
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${relative('', name)}`);
}

/** What failed first and then passed: no failure, and nothing to get used to. */
function secondTries(files) {
  return files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(
        ({ fullName, failureMessages }) =>
          `TWO TRIES ${relative('', name)} > ${fullName}\n    ${brief(failureMessages[0])}`,
      ),
  );
}

/** Once more, and last: of a long log only the end may be kept. */
function failures(files) {
  return files.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed');
    const reasons = tests.map(
      ({ fullName, failureMessages }) => `${fullName}\n    ${brief(failureMessages[0])}`,
    );
    if (message && tests.length === 0) reasons.push(brief(message));
    return reasons.map((reason) => `FAILED ${relative('', name)} > ${reason}`);
  });
}

function brief(message = '') {
  return stripVTControlCharacters(message).split('\n').slice(0, 6).join('\n    ');
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
