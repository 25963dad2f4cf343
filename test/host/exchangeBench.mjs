// `npm run bench exchange`: what an export and an import of many pages take, format by format: time and the most memory.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discard, runQuietly } from './sh.mjs';

const PAGES = 2000;
const ANNOTATIONS = 200_000;
const EXPORTS = [
  'conll',
  'brat',
  'doccano',
  'label-studio',
  'hf',
  'spacy',
  'webannotation',
  'uima-xmi',
  'newsmark-jsonl',
  'articles-jsonl',
  'figures-csv',
  'figures-xlsx',
];
const IMPORTS = ['conll', 'brat', 'doccano', 'label-studio', 'webannotation', 'newsmark-jsonl'];

function newsmark(args) {
  const program = ['--require', './test/host/measured.cjs', 'dist/cli.js', ...args, '--lang', 'en'];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const used = stderr.trimEnd().split('\n').at(-1);
  if (!used.startsWith('{"seconds"')) throw new Error(stderr.slice(-2000));
  return { status, said: stdout.trimEnd().split('\n').at(-1), ...JSON.parse(used) };
}

const row = ({ seconds, cpu, mb }, more) => ({
  seconds: seconds.toFixed(1),
  'processor s': cpu.toFixed(1),
  'peak MB': Math.round(mb),
  ...more,
});

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

/** Runs from the repository with everything built. */
export function benchExchange(formats) {
  const folder = mkdtempSync(join(tmpdir(), 'newsmark-exchange-'));
  const wanted = (format) => formats.length === 0 || formats.includes(format);
  try {
    const pages = join(folder, 'pages');
    runQuietly(process.execPath, ['out/bench/corpus.bench.js', pages, String(PAGES), String(ANNOTATIONS)]);
    console.log(`\n${PAGES} pages with ${ANNOTATIONS} annotations, ${(sizeOf(pages) / 1e6).toFixed(0)} MB.\n`);
    const exported = {};
    for (const format of EXPORTS.filter(wanted)) {
      const out = join(folder, format);
      const result = newsmark(['export', pages, '--format', format, '--out', out]);
      exported[`export ${format}`] = row(result, {
        'MB written': (sizeOf(out) / 1e6).toFixed(1),
        said: result.said.split(' written')[0],
      });
      if (!IMPORTS.includes(format)) rmSync(out, { recursive: true });
    }
    console.table(exported);
    const bare = join(folder, 'bare');
    const imported = {};
    for (const format of IMPORTS.filter(wanted)) {
      cpSync(pages, bare, { recursive: true, filter: (path) => !path.endsWith('.newsmark.json') });
      const result = newsmark(['import', join(folder, format), '--format', format, '--pages', bare]);
      imported[`import ${format}`] = row(result, { said: result.said });
      rmSync(bare, { recursive: true });
    }
    console.table(imported);
  } finally {
    discard(folder);
  }
}
