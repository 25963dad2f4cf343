import { runMocha } from './mochaRun';

/**
 * The suite in a real VS Code: every test/vscode/*.test.ts. The launchers call it in the extension host. `tests:all` is
 * made by esbuild.mjs, which lists the files.
 */
export function run(): Promise<void> {
  return runMocha(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the tests describe themselves once Mocha's globals exist
    require('tests:all');
  });
}
