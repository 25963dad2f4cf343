// The suite in a desktop VS Code that @vscode/test-electron downloads: `npm run test:desktop -- [version]`.
// Linux without a screen: `xvfb-run -a npm run test:desktop`.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies, root } from './install.mjs';
import { run } from './sh.mjs';
import { sampleWorkspace } from './workspace.mjs';

process.chdir(root);
installDependencies();
run(process.execPath, ['esbuild.mjs', '--tests']);
const { runTests } = await import('@vscode/test-electron');
const workspace = sampleWorkspace({ pages: true });
try {
  process.exitCode = await runTests({
    version: process.argv[2] ?? 'stable',
    cachePath: join(root, '.cache/desktop'),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out/vscode/suite.js'),
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--disable-gpu'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
