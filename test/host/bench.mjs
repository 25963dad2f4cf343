// `npm run bench`: builds and prints how fast the analysis is.
import { installDependencies, root } from './install.mjs';
import { run } from './sh.mjs';

process.chdir(root);
installDependencies();
run(process.execPath, ['esbuild.mjs', '--tests']);
run(process.execPath, ['--expose-gc', 'out/bench/analysis.bench.js']);
