// `npm test`: installs what is needed and runs everything, or the parts named: check unit vscode e2e package.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installChromium, installDependencies, installHost, root } from './install.mjs';

const ALL = ['check', 'unit', 'vscode', 'e2e', 'package'];
const wanted = process.argv.slice(2).filter((part) => ALL.includes(part));
const parts = wanted.length > 0 ? wanted : ALL;
const inVSCode = parts.some((part) => part === 'vscode' || part === 'e2e' || part === 'package');

process.chdir(root);
let passed = 0;
let failed = 0;
const count = (result) => {
  passed += result.passed;
  failed += result.failed;
};

/** A step that passes or fails as a whole. */
function step(name, command, args) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  count(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return status === 0;
}

/** Mocha over bundled tests, counted by the line that its reporter ends with. */
function mocha(name, folder, timeoutMs) {
  console.log(`\n== ${name}`);
  const reporter = join(root, 'test/host/reporter.cjs');
  const args = [
    join('node_modules', 'mocha', 'bin', 'mocha.js'),
    `${folder}/**/*.js`,
    '--reporter',
    reporter,
    '--timeout',
    String(timeoutMs),
  ];
  const { stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const result = /^(\d+) passed, (\d+) failed$/m.exec(stdout);
  console.log(stdout.trimEnd());
  count(result ? { passed: Number(result[1]), failed: Number(result[2]) } : { passed: 0, failed: 1 });
}

async function main() {
  installDependencies();
  if (inVSCode) {
    installChromium();
    installHost('floor');
    installHost('newest');
  }
  if (parts.includes('check')) step('Types, lint, formatting', 'npm', ['run', '--silent', 'check']);
  if (parts.some((part) => part !== 'check') && !step('Build', process.execPath, ['esbuild.mjs', '--tests'])) return;
  if (parts.includes('unit')) mocha('Unit tests', 'out/unit', 10_000);
  if (parts.includes('vscode')) {
    const { runSuite } = await import('./suite.mjs');
    for (const host of ['floor', 'newest']) {
      console.log(`\n== Suite in VS Code (${host})`);
      count(await runSuite(host));
    }
  }
  if (parts.includes('e2e')) mocha('End to end', 'out/e2e', 120_000);
  if (parts.includes('package')) {
    console.log('\n== Package');
    const { testPackage } = await import('../package/package.mjs');
    count(await testPackage());
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed++;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
