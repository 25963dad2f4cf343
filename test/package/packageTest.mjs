// The VSIX of this platform: its files, its size, and that it works once installed, with its native segmenter or without.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverArguments, serverFolders } from '../host/codeServer.mjs';
import { installHost } from '../host/hosts.mjs';
import { root } from '../host/install.mjs';
import { runQuietly } from '../host/sh.mjs';
import { runSuite } from '../host/suite.mjs';

const EXPECTED = join(root, 'test/package/expected-files.txt');
const NATIVE = 'dist/nodejieba/';
/** 5 MB of it is the dictionary and the binary of the native segmenter; twice that would be a mistake. */
const MAX_MEGABYTES = 8;

/** Packs, checks and tries the package; returns what passed and failed. */
export async function testPackage() {
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
  };
  const folder = mkdtempSync(join(tmpdir(), 'newsmark-vsix-'));
  try {
    const vsix = join(folder, 'newsmark.vsix');
    runQuietly(process.execPath, ['package.mjs', '--out', vsix], { cwd: root });
    const native = existsSync(join(root, NATIVE));
    if (!native) console.log('  skipped the native segmenter: it could not be built on this machine');
    add(check('ships exactly the files that are expected', () => compareFiles(native)));
    add(check(`is smaller than ${MAX_MEGABYTES} MB`, () => checkSize(vsix)));
    console.log('  once installed');
    add(await inVSCode(vsix, folder, { keep: native }));
    console.log('  once installed, with the native segmenter taken away');
    add(await inVSCode(vsix, folder, { keep: false }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return total;
}

function check(name, run) {
  try {
    const note = run();
    console.log(`  ok ${name}${note ? ` (${note})` : ''}`);
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.log(`  FAILED ${name}\n${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

function compareFiles(native) {
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const lines = (text) => text.split(/\r?\n/).filter(Boolean);
  const listed = lines(runQuietly(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root }));
  const files = new Set(listed.map((file) => file.trim().replaceAll('\\', '/')));
  const expected = new Set(lines(readFileSync(EXPECTED, 'utf8')).filter((file) => native || !file.startsWith(NATIVE)));
  const extra = [...files].filter((file) => !expected.has(file));
  const missing = [...expected].filter((file) => !files.has(file));
  if (extra.length + missing.length === 0) return `${files.size} files`;
  throw new Error(`not expected: ${extra.join(', ') || 'none'}; missing: ${missing.join(', ') || 'none'}`);
}

function checkSize(vsix) {
  const megabytes = statSync(vsix).size / (1 << 20);
  const note = `${megabytes.toFixed(1)} MB`;
  if (megabytes > MAX_MEGABYTES) throw new Error(note);
  return note;
}

/**
 * Installs the VSIX into a fresh VS Code and runs the smoke suite there beside a stub extension, so that the installed
 * Newsmark is what runs. The log must hold one line about a missing segmenter where it was taken away, else none.
 */
async function inVSCode(vsix, folder, { keep }) {
  const host = installHost('newest');
  const folders = serverFolders();
  runQuietly(host.node, [...serverArguments(host, folders), '--install-extension', vsix]);
  const installed = readdirSync(folders.extensions).find((entry) => entry.startsWith('newsmark.newsmark-'));
  if (!installed) throw new Error(`the VSIX was not installed: ${readdirSync(folders.extensions).join(', ')}`);
  if (!keep) rmSync(join(folders.extensions, installed, NATIVE), { recursive: true, force: true });
  let log = '';
  const result = await runSuite('newest', {
    extension: stubExtension(folder),
    suite: 'out/vscode/packaged.js',
    folders,
    atEnd: ({ user }) => {
      log = logOf(user);
    },
  });
  const logged = check(keep ? 'logs no missing segmenter' : 'logs the missing segmenter in one line', () => {
    const found = log.split('\n').filter((line) => line.includes('segmenter'));
    const right = keep
      ? found.length === 0
      : found.length === 1 && found[0].includes('jieba-wasm instead of nodejieba');
    if (!right) throw new Error(`the log of Newsmark:\n${log}`);
  });
  return { passed: result.passed + logged.passed, failed: result.failed + logged.failed };
}

function stubExtension(folder) {
  const stub = join(folder, 'stub');
  mkdirSync(stub, { recursive: true });
  const manifest = { name: 'stub', publisher: 'newsmark-tests', version: '0.0.0', engines: { vscode: '^1.100.0' } };
  writeFileSync(join(stub, 'package.json'), JSON.stringify(manifest));
  return stub;
}

/** What Newsmark wrote to its output channel. */
function logOf(userData) {
  const logs = join(userData, 'logs');
  const files = existsSync(logs) ? readdirSync(logs, { recursive: true }) : [];
  const own = files.filter((file) => /newsmark\.newsmark[\\/][^\\/]+\.log$/.test(file));
  return own.map((file) => readFileSync(join(logs, file), 'utf8')).join('');
}
