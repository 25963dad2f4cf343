// Makes a VSIX: of this platform, with its native segmenter; or a universal one without native code.
//
//   node package.mjs [--universal] [--out FILE]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const { platform, arch } = process;
const universal = process.argv.includes('--universal');
const at = process.argv.indexOf('--out');

/** The name that the marketplace has for this platform; musl's Linux has its own. */
function target() {
  const musl = platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
  const system = musl && existsSync('/etc/alpine-release') ? 'alpine' : platform;
  return `${system}-${arch === 'arm' ? 'armhf' : arch}`;
}

const name = universal ? 'universal' : target();
const file = at > 0 ? process.argv[at + 1] : `newsmark-${name}.vsix`;
const args = ['package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
if (!universal) args.push('--target', name);
const { status } = spawnSync(process.execPath, ['node_modules/@vscode/vsce/vsce', ...args, '--out', file], {
  stdio: 'inherit',
  // Read by esbuild.mjs, which vsce starts through vscode:prepublish.
  env: { ...process.env, NEWSMARK_UNIVERSAL: universal ? '1' : '' },
});
process.exitCode = status ?? 1;
