// Installs what the two commands need, each thing only where it is missing. Node's own modules only.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { has, run, runQuietly } from './sh.mjs';

/** The repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const cache = join(root, '.cache');

/** node_modules as the lockfile says: `npm ci` where a package is missing or has another version. */
export function installDependencies() {
  if (dependenciesFit()) return;
  console.log('Installing dependencies (npm ci) …');
  run('npm', ['ci', '--loglevel=error'], { cwd: root });
}

/** npm notes in node_modules what it installed; packages for other platforms are optional and may be missing there. */
function dependenciesFit() {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = read(note);
  return Object.entries(read(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    const found = installed[path];
    if (path === '' || (!found && (wanted.optional || wanted.devOptional))) return true;
    return found?.version === wanted.version && existsSync(join(root, path));
  });
}

/**
 * The VS Code server of the npm package code-server: `floor` (1.100, the oldest that Newsmark supports) or `newest`.
 * Returns its name, the program that runs it and the server's folder. Below .cache/, about 20 seconds for each.
 */
export function installHost(name) {
  const source = join(root, 'test/host', name);
  const folder = join(cache, 'hosts', name);
  const server = join(folder, 'node_modules/code-server/lib/vscode');
  const ownNode = join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const host = { name, node: name === 'newest' ? ownNode : process.execPath, server };
  const stamp = join(folder, '.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(source, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return host;
  console.log(`Installing VS Code (${name}) from the npm package code-server …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(source, file), join(folder, file));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  runQuietly('npm', ['ci', ...quiet], { cwd: folder });
  // The package node links the binary of its platform's package in its install script.
  if (name === 'newest') runQuietly('npm', ['rebuild', 'node', '--loglevel=error'], { cwd: folder });
  // The server's own dependencies; its native modules are optional and only log that they are missing.
  runQuietly('npm', ['install', '--omit=dev', ...quiet], { cwd: server });
  if (name === 'floor') copyRipgrep(folder, server);
  writeFileSync(stamp, wanted);
  return host;
}

/** VS Code finds files with ripgrep, which its own package downloads in an install script; npm carries the same binary. */
function copyRipgrep(folder, server) {
  const file = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const require = createRequire(join(folder, 'package.json'));
  const carried = require.resolve(`@vscode/ripgrep-${process.platform}-${process.arch}/bin/${file}`);
  const target = join(server, 'node_modules/@vscode/ripgrep/bin');
  mkdirSync(target, { recursive: true });
  copyFileSync(carried, join(target, file));
}

const BROWSERS = [
  process.env.NEWSMARK_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const NO_BROWSER = `No Chromium, Chrome or Edge was found, and it could not be installed here. Install one of them, or say where one is:
  NEWSMARK_CHROMIUM=/path/to/chrome npm test
On Debian and Ubuntu: apt-get install chromium fonts-noto-cjk`;

/**
 * Path of a Chromium to drive VS Code with. On Debian and Ubuntu it and Chinese fonts are installed where they are
 * missing and we may.
 * @throws where there is none: a message that says what to do
 */
export function installChromium() {
  const packages = [...(findBrowser() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (packages.length > 0) aptInstall(packages);
  const browser = findBrowser();
  if (!browser) throw new Error(NO_BROWSER);
  return browser;
}

const findBrowser = () => BROWSERS.find((path) => path && existsSync(path));

/** Only pictures need the font; where nothing can tell, the system's own is good enough. */
function hasChineseFont() {
  if (process.platform !== 'linux' || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  return has('fc-list') && runQuietly('fc-list', [':lang=zh']).trim() !== '';
}

function aptInstall(packages) {
  const isRoot = process.getuid?.() === 0;
  const maySudo = () => has('sudo') && canRun('sudo', ['-n', 'true']);
  if (process.platform !== 'linux' || !has('apt-get') || !(isRoot || maySudo())) {
    console.log(`Please install: ${packages.join(', ')}`);
    return;
  }
  console.log(`Installing ${packages.join(' and ')} (apt-get) …`);
  const apt = (...args) => {
    const [command, ...rest] = [...(isRoot ? [] : ['sudo', '-n']), 'apt-get', '-qq', ...args];
    runQuietly(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
  } catch (error) {
    console.log(error.message);
  }
}

function canRun(command, args) {
  try {
    runQuietly(command, args);
    return true;
  } catch {
    return false;
  }
}
