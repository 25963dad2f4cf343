// Builds every bundle of the project.
//
//   node esbuild.mjs [--production] [--watch] [--tests]
//
// dist/ is what ships: the extension, the segmenter worker with its libraries, the worker that reads pages, the command
// line.
// out/ (with --tests) holds the tests, one bundle a test file or suite.
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import esbuild from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  legalComments: 'none',
};

/** Test files below a folder, as entry points. */
async function testFiles(folder, ending) {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}

/** `require('tests:all')` runs every test file of the suite in VS Code: esbuild itself knows no patterns. */
const allSuiteTests = {
  name: 'all-suite-tests',
  setup(build) {
    build.onResolve({ filter: /^tests:all$/ }, () => ({ path: 'tests:all', namespace: 'tests' }));
    build.onLoad({ filter: /.*/, namespace: 'tests' }, async () => {
      const files = await testFiles('test/vscode', '.test.ts');
      const lines = files.sort().map((file) => `require(${JSON.stringify(`./${file.replaceAll('\\', '/')}`)});`);
      return { contents: lines.join('\n'), resolveDir: import.meta.dirname };
    });
  },
};

const shipped = [
  { ...node, entryPoints: ['src/editor/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/words/adapters/worker.ts'], outfile: 'dist/segmenter.js' },
  { ...node, entryPoints: ['src/reading/adapters/worker.ts'], outfile: 'dist/reader.js' },
  { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

const ofTests = async () => [
  {
    ...node,
    entryPoints: await testFiles('test/unit', '.test.ts'),
    outdir: 'out/unit',
    outbase: 'test/unit',
    external: ['mocha', 'esbuild', 'jsdom'],
  },
  {
    ...node,
    entryPoints: ['test/vscode/suite.ts', 'test/vscode/packaged.ts', 'test/vscode/crash.ts'],
    outdir: 'out/vscode',
    external: ['vscode', 'mocha'],
    plugins: [allSuiteTests],
  },
  {
    ...node,
    entryPoints: await testFiles('test/e2e', '.e2e.ts'),
    outdir: 'out/e2e',
    outbase: 'test/e2e',
    external: ['mocha', 'playwright-core'],
  },
  {
    ...node,
    entryPoints: await testFiles('test/bench', '.bench.ts'),
    outdir: 'out/bench',
    outbase: 'test/bench',
    external: ['vscode', 'mocha'],
  },
  { ...node, entryPoints: await testFiles('test/interop', '.interop.ts'), outdir: 'out/interop' },
];

/** The segmenters' libraries keep their own layout: they find dictionary and binary beside themselves. */
async function copySegmenters() {
  const files = {
    'nodejieba/index.js': 'nodejieba/index.js',
    'nodejieba/build/Release/nodejieba.node': 'nodejieba/build/Release/nodejieba.node',
    'nodejieba/submodules/cppjieba/dict/jieba.dict.utf8': 'nodejieba/submodules/cppjieba/dict/jieba.dict.utf8',
    'nodejieba/submodules/cppjieba/dict/hmm_model.utf8': 'nodejieba/submodules/cppjieba/dict/hmm_model.utf8',
    'nodejieba/submodules/cppjieba/dict/user.dict.utf8': 'nodejieba/submodules/cppjieba/dict/user.dict.utf8',
    'nodejieba/LICENSE': 'nodejieba/LICENSE',
    'jieba-wasm/pkg/nodejs/jieba_rs_wasm.js': 'jieba-wasm/jieba_rs_wasm.js',
    'jieba-wasm/pkg/nodejs/jieba_rs_wasm_bg.wasm': 'jieba-wasm/jieba_rs_wasm_bg.wasm',
    'jieba-wasm/LICENSE': 'jieba-wasm/LICENSE',
  };
  // A universal package runs on every platform, so it has no native code (package.mjs sets this).
  const native = !process.env.NEWSMARK_UNIVERSAL && existsSync('node_modules/nodejieba/build/Release/nodejieba.node');
  for (const [from, to] of Object.entries(files)) {
    if (to.startsWith('nodejieba/') && !native) continue;
    const target = join('dist', to);
    await mkdir(dirname(target), { recursive: true });
    await cp(join('node_modules', from), target);
  }
  // Key words are not extracted here: one line each instead of 6 MB of tables (the library aborts on empty ones).
  if (!native) return;
  const dictionaries = 'dist/nodejieba/submodules/cppjieba/dict';
  await writeFile(join(dictionaries, 'idf.utf8'), '的 1.0\n');
  await writeFile(join(dictionaries, 'stop_words.utf8'), '的\n');
}

const options = [...shipped, ...(tests ? await ofTests() : [])].filter((o) => o.entryPoints.length > 0);
if (!watch) await rm('dist', { recursive: true, force: true });
if (tests) await rm('out', { recursive: true, force: true });
await copySegmenters();
if (watch) {
  for (const o of options) await (await esbuild.context(o)).watch();
  console.log('[watch] build finished');
} else {
  const built = await Promise.allSettled(options.map((o) => esbuild.build(o)));
  // esbuild itself has said what is wrong, with file and line.
  if (built.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
