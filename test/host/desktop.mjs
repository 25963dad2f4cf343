// The suite in a desktop VS Code that @vscode/test-electron downloads: `npm run test:desktop [version]`.
import { join } from 'node:path';
import { installDependencies, root } from './install.mjs';
import { run } from './sh.mjs';

process.chdir(root);
installDependencies();
run(process.execPath, ['esbuild.mjs', '--tests']);
const { sampleWorkspace } = await import('./workspace.mjs');
const { runTests } = await import('@vscode/test-electron');
const workspace = sampleWorkspace({ pages: true });
await runTests({
  version: process.argv[2] ?? 'stable',
  extensionDevelopmentPath: root,
  extensionTestsPath: join(root, 'out/vscode/suite.js'),
  launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
});
