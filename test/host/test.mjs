// `npm test`: installs what is needed and runs everything, or the parts named: check unit vscode e2e package; interop runs
// where it is named, `all` names the others.
// The last line is `N passed, N failed`; the exit code is 0 where nothing failed.
import { join } from 'node:path';
import { installHost } from './hosts.mjs';
import { installChromium, installDependencies, root } from './install.mjs';
import { runLines } from './sh.mjs';

const ALL = ['check', 'unit', 'vscode', 'e2e', 'package'];
/** Only where it is asked for: it needs Python and half a gigabyte of its packages. */
const INTEROP = 'interop';
const NEEDS_VSCODE = ['vscode', 'e2e', 'package'];
/** What a tier may take before it is ended and counted as failed: twice what it takes on a slow machine. */
const MOCHA_LIMIT_MS = 8 * 60_000;

const named = process.argv.length > 2 ? process.argv.slice(2) : ['all'];
const parts = named.flatMap((part) => (part === 'all' ? ALL : [part]));
const unknown = parts.filter((part) => part !== INTEROP && !ALL.includes(part));
let passed = 0;
let failed = 0;

function count(result) {
  passed += result.passed;
  failed += result.failed;
}

function heading(name) {
  console.log(`\n== ${name}`);
}

/** A program that passes or fails as a whole. */
async function step(name, command, args) {
  heading(name);
  const code = await runLines(command, args, (line) => console.log(line));
  if (code !== 0) console.log(`  FAILED ${name}`);
  count(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return code === 0;
}

/** Mocha over bundled tests, counted by the line that our reporter ends with. */
async function mocha(name, folder, timeoutMs) {
  heading(name);
  let result;
  const args = ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', `${folder}/**/*.js`];
  args.push('--reporter', join(root, 'test/host/reporter.cjs'), '--timeout', String(timeoutMs), '--exit');
  const onLine = (line) => {
    const [, ok, bad] = /^(\d+) passed, (\d+) failed$/.exec(line) ?? [];
    if (ok) result = { passed: Number(ok), failed: Number(bad) };
    console.log(line);
  };
  const code = await runLines(process.execPath, args, onLine, { timeoutMs: MOCHA_LIMIT_MS });
  const complete = result && (code === 0 || result.failed > 0);
  if (!complete) console.log(`  FAILED ${name}: Mocha ended with ${code ?? 'a time limit'}`);
  count(complete ? result : { passed: result?.passed ?? 0, failed: 1 });
}

async function suites() {
  const { runSuite } = await import('./suite.mjs');
  for (const host of ['floor', 'newest']) {
    heading(`Suite in VS Code (${host})`);
    count(await runSuite(host));
  }
}

async function packages() {
  heading('Package');
  const { testPackage } = await import('../package/packageTest.mjs');
  count(await testPackage());
}

async function interop() {
  heading('Exports in the programs they are for');
  const { testInterop } = await import('./interop.mjs');
  count(await testInterop());
}

async function main() {
  if (unknown.length > 0)
    throw new Error(`No such part: ${unknown.join(', ')}. There are ${[...ALL, INTEROP, 'all'].join(', ')}.`);
  const has = (part) => parts.includes(part);
  process.chdir(root);
  installDependencies();
  if (NEEDS_VSCODE.some(has)) {
    installChromium();
    if (has('vscode')) installHost('floor');
    installHost('newest');
  }
  if (has('check')) await step('Types, lint, formatting', 'npm', ['run', '--silent', 'check']);
  if (parts.some((part) => part !== 'check')) {
    if (!(await step('Build', process.execPath, ['esbuild.mjs', '--tests']))) return;
  }
  if (has('unit')) await mocha('Unit tests', 'out/unit', 10_000);
  if (has('vscode')) await suites();
  if (has('e2e')) await mocha('End to end', 'out/e2e', 120_000);
  if (has('package')) await packages();
  if (has(INTEROP)) await interop();
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed++;
}
console.log(`\n${passed} passed, ${failed} failed`);
// Only the interop tests may have nothing to run.
const idle = passed === 0 && parts.some((part) => part !== INTEROP);
process.exitCode = failed > 0 || idle ? 1 : 0;
