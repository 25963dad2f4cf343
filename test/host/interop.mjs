// Loads exports in the programs they are for (`npm run test:interop`). Makes a Python virtual environment under .cache the
// first time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';
import { discard, has, runLines, runQuietly } from './sh.mjs';

const HERE = join(root, 'test/interop');
const CACHE = join(root, '.cache/interop');
const LIMIT_MS = 10 * 60_000;
const python = join(CACHE, 'venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

/** Export options by the name of the folder. */
const EXPORTS = {
  spacy: ['--format', 'spacy'],
  'spacy-flow': ['--format', 'spacy', '--per', 'article', '--text', 'flow'],
  hf: ['--format', 'hf'],
  conll: ['--format', 'conll'],
  'conll-bioes': ['--format', 'conll', '--tags', 'BIOES'],
  'uima-xmi': ['--format', 'uima-xmi'],
  'figures-xlsx': ['--format', 'figures-xlsx', '--layers', 'figure'],
  'figures-csv': ['--format', 'figures-csv', '--layers', 'figure'],
  'label-studio': ['--format', 'label-studio'],
  doccano: ['--format', 'doccano'],
  'doccano-relations': ['--format', 'doccano-relations'],
  brat: ['--format', 'brat'],
};

/** The packages as the requirements say; throws where they cannot be had. */
function installPackages() {
  const wanted = ['requirements.txt', 'doccano.txt'].map((name) => readFileSync(join(HERE, name), 'utf8')).join('\n');
  const note = join(CACHE, 'installed.txt');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  console.log('Installing the programs that load our exports into .cache/interop …');
  mkdirSync(CACHE, { recursive: true });
  runQuietly('python3', ['-m', 'venv', join(CACHE, 'venv')]);
  const pip = ['-m', 'pip', '--quiet', '--disable-pip-version-check'];
  runQuietly(python, [...pip, 'install', '-r', join(HERE, 'requirements.txt')]);
  // doccano is a whole server; its own import code is all that is wanted of it.
  const wheels = join(CACHE, 'doccano');
  runQuietly(python, [...pip, 'download', '--no-deps', '--dest', wheels, '-r', join(HERE, 'doccano.txt')]);
  runQuietly(python, [
    '-c',
    `import glob, zipfile; zipfile.ZipFile(glob.glob(r'${wheels}/*.whl')[0]).extractall(r'${wheels}')`,
  ]);
  writeFileSync(note, wanted);
}

function exportAll(folder) {
  runQuietly(process.execPath, ['out/interop/pages.interop.js', folder], { cwd: root });
  for (const [name, options] of Object.entries(EXPORTS)) {
    const args = [
      'dist/cli.js',
      'export',
      join(folder, 'pages'),
      '--out',
      join(folder, name),
      ...options,
      '--lang',
      'en',
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status === 1 || status === null) throw new Error(`export of ${name} failed:\n${stderr}`);
  }
}

/** What passed and failed; a sentence, and neither, where Python or its packages cannot be had. */
export async function testInterop() {
  if (!has('python3')) {
    console.log('  skipped: there is no python3');
    return { passed: 0, failed: 0 };
  }
  try {
    installPackages();
  } catch (error) {
    const [reason] = String(error.message).split('\n');
    console.log(`  skipped: the Python packages cannot be had here (${reason})`);
    return { passed: 0, failed: 0 };
  }
  const folder = mkdtempSync(join(tmpdir(), 'newsmark-interop-'));
  try {
    exportAll(folder);
    let result;
    const onLine = (line) => {
      const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(line) ?? [];
      if (passed) result = { passed: Number(passed), failed: Number(failed) };
      else console.log(line);
    };
    const args = ['-W', 'ignore', join(HERE, 'check.py'), folder, join(CACHE, 'doccano')];
    await runLines(python, args, onLine, { timeoutMs: LIMIT_MS });
    return result ?? { passed: 0, failed: 1 };
  } finally {
    discard(folder);
  }
}
