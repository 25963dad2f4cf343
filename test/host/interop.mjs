// `npm run test:interop`: loads exports in the programs they are for. Makes a Python virtual environment under .cache the
// first time. The last line is `N passed, N failed`; where Python or its packages cannot be had, it says so and fails nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDependencies, root } from './install.mjs';
import { discard, has, runLines, runQuietly } from './sh.mjs';

const HERE = join(root, 'test/interop');
const CACHE = join(root, '.cache/interop');
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
  runQuietly(process.execPath, ['esbuild.mjs', '--tests'], { cwd: root });
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

if (!has('python3')) {
  console.log('Interop tests are skipped: there is no python3.\n0 passed, 0 failed');
  process.exit(0);
}
installDependencies();
try {
  installPackages();
} catch (error) {
  console.log(
    `Interop tests are skipped: the Python packages cannot be had here.\n${String(error.message).split('\n').slice(0, 3).join('\n')}`,
  );
  console.log('0 passed, 0 failed');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'newsmark-interop-'));
try {
  exportAll(folder);
  const code = await runLines(python, [join(HERE, 'check.py'), folder, join(CACHE, 'doccano')], (line) =>
    console.log(line),
  );
  process.exitCode = code === 0 ? 0 : 1;
} finally {
  discard(folder);
}
