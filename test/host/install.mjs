// Installs what the two commands need, each thing only where it is missing. Node's own modules only.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { has, run, runQuietly } from './sh.mjs';

/** The repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

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
