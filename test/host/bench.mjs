// `npm run bench [PART OF A TOOL'S NAME …]`: how fast a page is read, beside a plain regular expression and other
// libraries that find numbers in Chinese text, all in one run on the same text. Ratios and growth can be compared
// between machines, milliseconds cannot; nothing here passes or fails. `npm run bench vscode`: the same for the editor, in
// a real VS Code, beside the bars we set ourselves. `npm run bench exchange [FORMAT …]`: exports and imports of 2,000 pages.
// `--pages FOLDER` measures on the pages (*.txt) of a folder instead of our own, which hold more figures than most papers.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchExchange } from './exchangeBench.mjs';
import { installDependencies, root } from './install.mjs';
import { run, runQuietly } from './sh.mjs';

const SIZES = [1e4, 1e5, 1e6, 1e7];
const COMMON = 1e6;
const MEASURE = 'out/bench/measure.bench.js';
/** The yardstick: every ratio is to this tool on the same text. */
const YARDSTICK = 'plain regex';

/** The libraries we compare with, by test/bench/package-lock.json; without them their rows are missing. */
function installCompetitors() {
  const folder = join(root, '.cache/bench');
  const lock = 'package-lock.json';
  const same = (name) =>
    existsSync(join(folder, name)) &&
    readFileSync(join(folder, name), 'utf8') === readFileSync(join(root, 'test/bench', name), 'utf8');
  if (existsSync(join(folder, 'node_modules')) && same(lock)) return;
  console.log('Installing what we compare with into .cache/bench …');
  mkdirSync(folder, { recursive: true });
  try {
    cpSync(join(root, 'test/bench/package.json'), join(folder, 'package.json'));
    cpSync(join(root, 'test/bench', lock), join(folder, lock));
    runQuietly('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  } catch (error) {
    console.log(`  They could not be installed, so their rows are missing: ${String(error.message).split('\n')[0]}`);
  }
}

/** What a tool measured on a text of so many bytes; a sentence where it could not run. */
function measure(tool, bytes) {
  try {
    return JSON.parse(runQuietly(process.execPath, [MEASURE, tool, String(bytes), ...pages]));
  } catch (error) {
    const reason = /^\w*Error: .*/m.exec(error.message)?.[0] ?? error.message.split('\n')[0];
    return reason;
  }
}

const label = (bytes) => (bytes >= 1e6 ? `${bytes / 1e6} MB` : `${bytes / 1e3} kB`);
const perMegabyte = ({ ms, bytes }) => (ms / bytes) * 1e6;
const rounded = (value) => value.toFixed(value < 100 ? 1 : 0);

/** Measured sizes of a tool, smallest first; none and a note where it is not there. */
function measureAll({ tool, mostBytes }) {
  const results = [];
  for (const bytes of SIZES.filter((size) => size <= (mostBytes ?? Infinity))) {
    const result = measure(tool, bytes);
    if (typeof result === 'string') {
      console.log(`  ${tool}: not measured (${result})`);
      break;
    }
    results.push({ size: bytes, ...result });
  }
  return results;
}

/** One row: processor time a megabyte at each size, the ratio and the memory at the common size or the largest measured. */
function rowOf(results, yardstick) {
  const at = results.find(({ size }) => size === COMMON) ?? results.at(-1);
  const plain = yardstick.find(({ size }) => size === at.size);
  return {
    ...Object.fromEntries(
      SIZES.map((size) => {
        const result = results.find((entry) => entry.size === size);
        return [label(size), result ? rounded(perMegabyte(result)) : '–'];
      }),
    ),
    '× regex': plain ? rounded(perMegabyte(at) / perMegabyte(plain)) : '–',
    'first run': rounded((at.firstMs / at.bytes) * 1e6),
    'peak MB (text alone)': `${rounded(at.peakMb)} (${rounded(at.baseMb)})`,
    'found a MB': Math.round((at.found / at.bytes) * 1e6),
    measured: label(at.size),
  };
}

/** The table of the tools whose names hold one of the parts; of all where there is none. */
function compare(wanted) {
  installCompetitors();
  const all = JSON.parse(runQuietly(process.execPath, [MEASURE]));
  const chosen = all.filter(
    ({ tool }) => wanted.length === 0 || tool === YARDSTICK || wanted.some((part) => tool.includes(part)),
  );
  const measured = new Map(chosen.map((entry) => [entry.tool, measureAll(entry)]).filter(([, r]) => r.length > 0));
  console.log(
    `\nNode ${process.version}, ${process.platform}-${process.arch}, ${cpus()[0]?.model ?? 'unknown processor'}.`,
  );
  console.log('Milliseconds of processor time a megabyte of UTF-8, by the size of the text (median of warm runs);');
  console.log('ratio, first run, memory and what was found at the size in the last column.\n');
  const rows = [...measured].map(([tool, results]) => [tool, rowOf(results, measured.get(YARDSTICK) ?? [])]);
  console.table(Object.fromEntries(rows));
}

const { values, positionals: wanted } = parseArgs({
  options: { pages: { type: 'string' } },
  allowPositionals: true,
});
/** The folder whose pages are measured, as an argument; none for our own. */
const pages = values.pages === undefined ? [] : [resolve(values.pages)];

process.chdir(root);
installDependencies();
run(process.execPath, ['esbuild.mjs', '--tests']);
if (wanted[0] === 'vscode') {
  // Not before there is a browser.
  const { runSuite } = await import('./suite.mjs');
  const { failed } = await runSuite('newest', {
    suite: 'out/bench/editor.bench.js',
    // Without a page in it, so that Newsmark does not start before it is measured.
    // What else runs in the same process is not ours.
    settings: { 'git.enabled': false, 'remote.autoForwardPorts': false },
    workspace: mkdtempSync(join(tmpdir(), 'newsmark-bench-')),
  });
  process.exitCode = failed > 0 ? 1 : 0;
} else if (wanted[0] === 'exchange') benchExchange(wanted.slice(1));
else compare(wanted);
