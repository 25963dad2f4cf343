import { runMocha } from './mochaRun';

/** The smoke suite for an installed package; it runs beside Newsmark, not in its place. */
export function run(): Promise<void> {
  return runMocha(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the tests describe themselves once Mocha's globals exist
    require('./packaged.smoke');
  });
}
