// Makes a VSIX: of this platform with its native segmenter, or a universal one without native code.
//
//   node package.mjs [--universal | --native] [--out FILE]
//
// A platform's package without the binary works too (jieba-wasm takes over); --native refuses to make one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const { platform, arch } = process;
const BINARY = 'node_modules/nodejieba/build/Release/nodejieba.node';

/** The name that the marketplace has for this platform; Alpine's Linux has its own. */
function target() {
  const system = existsSync('/etc/alpine-release') ? 'alpine' : platform;
  return `${system}-${arch === 'arm' ? 'armhf' : arch}`;
}

function make(options) {
  const universal = options.includes('--universal');
  if (options.includes('--native') && !existsSync(BINARY)) {
    console.error(`${BINARY} is missing: the segmenter could not be built here.`);
    return 1;
  }
  const name = universal ? 'universal' : target();
  const file = options.includes('--out') ? options[options.indexOf('--out') + 1] : `newsmark-${name}.vsix`;
  const args = ['package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  if (!universal) args.push('--target', name);
  const { status } = spawnSync(process.execPath, ['node_modules/@vscode/vsce/vsce', ...args, '--out', file], {
    stdio: 'inherit',
    // Read by esbuild.mjs, which vsce starts through vscode:prepublish.
    env: { ...process.env, NEWSMARK_UNIVERSAL: universal ? '1' : '' },
  });
  return status ?? 1;
}

process.exitCode = make(process.argv.slice(2));
