// Installs what the two commands need, each thing only where it is missing.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { has, run, runQuietly } from './sh.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const cache = join(root, '.cache');

/** node_modules as the lockfile says. */
export function installDependencies() {
  const stamp = join(root, 'node_modules/.newsmark-installed');
  const wanted = hashOf('package.json', 'package-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies (npm ci) …');
  run('npm', ['ci', '--loglevel=error'], { cwd: root });
  writeFileSync(stamp, wanted);
}

function hashOf(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * The VS Code server of the npm package code-server: `floor` (1.100, the oldest that Newsmark supports) or `newest`.
 * Returns the program that runs it and the server's folder.
 */
export function installHost(name) {
  const folder = join(cache, 'hosts', name);
  const source = join(root, 'test/host', name);
  const server = join(folder, 'node_modules/code-server/lib/vscode');
  const ownNode = join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const host = { name, node: name === 'newest' ? ownNode : process.execPath, server };
  const stamp = join(folder, '.installed');
  const wanted = hashOf(`test/host/${name}/package-lock.json`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return host;
  console.log(`Installing VS Code (${name}) from the npm package code-server …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(source, file), join(folder, file));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  runQuietly('npm', ['ci', ...quiet], { cwd: folder });
  // Node comes as an npm package that fetches the binary's package in its install script.
  if (name === 'newest') runQuietly('npm', ['rebuild', 'node', '--loglevel=error'], { cwd: folder });
  // The server's own dependencies; its native modules are optional and only log that they are missing.
  runQuietly('npm', ['install', '--omit=dev', ...quiet], { cwd: server });
  writeFileSync(stamp, wanted);
  return host;
}

const CHROMIUMS = [
  process.env.NEWSMARK_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium to drive VS Code with; on Debian and Ubuntu it and the Chinese fonts are installed where they are missing. */
export function installChromium() {
  const found = () => CHROMIUMS.find((path) => path && existsSync(path));
  const fonts = () =>
    process.platform !== 'linux' || !has('fc-list') || runQuietly('fc-list', [':lang=zh']).trim() !== '';
  if (found() && fonts()) return found();
  if (process.platform === 'linux' && has('apt-get') && (process.getuid() === 0 || has('sudo'))) {
    console.log('Installing Chromium and Chinese fonts (apt-get) …');
    const prefix = process.getuid() === 0 ? [] : ['sudo', '-n'];
    const apt = (...args) => {
      const [command, ...rest] = [...prefix, 'apt-get', ...args];
      runQuietly(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    };
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig');
  }
  if (found()) return found();
  throw new Error(
    'No Chromium, Chrome or Edge was found. Install one, or name it: NEWSMARK_CHROMIUM=/path/to/chrome npm test',
  );
}
