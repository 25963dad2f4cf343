// The VSIX of this platform: its files, its size, and that it works once installed.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverArguments, serverFolders } from '../host/codeServer.mjs';
import { installHost, root } from '../host/install.mjs';
import { runQuietly } from '../host/sh.mjs';
import { runSuite } from '../host/suite.mjs';

const EXPECTED = join(root, 'test/package/expected-files.txt');
/** The dictionaries make up most of it; twice this would be a mistake. */
const MAX_MEGABYTES = 12;

export async function testPackage() {
  let passed = 0;
  let failed = 0;
  const test = async (name, run) => {
    try {
      await run();
      passed++;
      console.log(`  ok ${name}`);
    } catch (error) {
      failed++;
      console.log(`  FAILED ${name}\n${error.stack ?? error}`);
    }
  };
  const folder = mkdtempSync(join(tmpdir(), 'newsmark-vsix-'));
  const vsix = join(folder, 'newsmark.vsix');
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const target = `${process.platform}-${process.arch}`;
  runQuietly(
    process.execPath,
    [
      vsce,
      'package',
      '--no-dependencies',
      '--no-rewrite-relative-links',
      '--allow-missing-repository',
      '--target',
      target,
      '--out',
      vsix,
    ],
    {
      cwd: root,
    },
  );

  await test('ships exactly the files that are expected', () => {
    const files = runQuietly(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root })
      .split('\n')
      .map((line) => line.trim().replaceAll('\\', '/'))
      .filter(Boolean)
      .sort();
    const expected = readFileSync(EXPECTED, 'utf8').split('\n').filter(Boolean).sort();
    const extra = files.filter((file) => !expected.includes(file));
    const missing = expected.filter((file) => !files.includes(file));
    if (extra.length + missing.length > 0)
      throw new Error(`extra: ${extra.join(', ')}; missing: ${missing.join(', ')}`);
  });
  await test(`is smaller than ${MAX_MEGABYTES} MB`, () => {
    const megabytes = statSync(vsix).size / (1 << 20);
    console.log(`    ${megabytes.toFixed(1)} MB`);
    if (megabytes > MAX_MEGABYTES) throw new Error(`${megabytes.toFixed(1)} MB`);
  });
  const count = (result) => {
    passed += result.passed;
    failed += result.failed;
  };
  count(await inVSCode(vsix, folder, 'the installed package works', () => undefined));
  count(await inVSCode(vsix, folder, 'without the native binary jieba-wasm takes over', withoutBinary));
  rmSync(folder, { recursive: true, force: true });
  return { passed, failed };
}

/** Installs the VSIX into a fresh VS Code, changes what is installed, and runs the smoke suite beside a stub extension. */
async function inVSCode(vsix, folder, name, change) {
  const host = installHost('newest');
  const folders = serverFolders();
  runQuietly(host.node, [...serverArguments(host, folders), '--install-extension', vsix]);
  const installed = readdirSync(folders.extensions).find((entry) => entry.startsWith('newsmark.newsmark-'));
  if (!installed) return { passed: 0, failed: 1 };
  change(join(folders.extensions, installed));
  const stub = join(folder, 'stub');
  mkdirSync(stub, { recursive: true });
  writeFileSync(
    join(stub, 'package.json'),
    JSON.stringify({ name: 'stub', publisher: 'newsmark-tests', version: '0.0.0', engines: { vscode: '^1.100.0' } }),
  );
  console.log(`  ${name}`);
  return runSuite('newest', { extension: stub, suite: 'out/vscode/packaged.js', folders });
}

function withoutBinary(extension) {
  rmSync(join(extension, 'dist/nodejieba'), { recursive: true });
}
