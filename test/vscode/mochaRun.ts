import Mocha from 'mocha';

/** Runs the tests that `define` describes, prints them as they end, and the counts in a line for the launcher. */
export async function runMocha(define: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: 'base', retries: 0 });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  define();
  const print = (text: string): void => {
    for (const line of text.split('\n')) console.log(`newsmark| ${line}`);
  };
  let passed = 0;
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => {
      passed++;
      print(`  ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => print(`  skipped ${test.fullTitle()}`));
    runner.on('fail', (test, error: Error) => print(`  FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
  print(`${passed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} tests failed`);
}
