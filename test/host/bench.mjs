// `npm run bench`: builds and prints how fast the analysis is.
import { installDependencies, root } from './install.mjs';
import { run, runLines } from './sh.mjs';

process.chdir(root);
installDependencies();
run(process.execPath, ['esbuild.mjs', '--tests']);
const code = await runLines(process.execPath, ['--expose-gc', 'out/bench/analysis.bench.js'], (line) =>
  console.log(line),
);
process.exitCode = code ?? 1;
