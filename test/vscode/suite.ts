import { runMocha } from './mochaRun';

/** The suite in a real VS Code; the launchers call it in the extension host. */
export function run(): Promise<void> {
  return runMocha(() => {
    /* eslint-disable @typescript-eslint/no-require-imports -- the tests describe themselves once Mocha's globals exist */
    require('./reading.test');
    require('./tagging.test');
    require('./badInput.test');
  });
}
