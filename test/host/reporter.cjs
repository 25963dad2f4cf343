// A Mocha reporter: failures in full, slow tests by name, and the counts in one line.
const { inspect } = require('node:util');

const SLOW_MS = 500;

module.exports = class Reporter {
  constructor(runner) {
    let passed = 0;
    let failed = 0;
    runner.on('pass', (test) => {
      passed++;
      if (test.duration > SLOW_MS) console.log(`  ok ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('pending', (test) => console.log(`  skipped ${test.fullTitle()}`));
    runner.on('fail', (test, error) => {
      failed++;
      console.log(`  FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`);
      // The message of an assertion with its own text does not show the values.
      if (error.generatedMessage === false && error.operator !== undefined)
        console.log(`  actual: ${inspect(error.actual)}\n  expected: ${inspect(error.expected)}`);
    });
    runner.on('end', () => console.log(`${passed} passed, ${failed} failed`));
  }
};
