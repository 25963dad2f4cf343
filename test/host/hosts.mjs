// The VS Code servers of the tests, out of npm packages. Node's own modules only.
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './install.mjs';
import { runQuietly } from './sh.mjs';

const SPDLOG = join(root, 'test/host/spdlog.cjs');

/**
 * The VS Code server of the npm package code-server: `floor` (1.100, the oldest that Newsmark supports) or `newest`.
 * Returns its name, the program that runs it and the server's folder. Below .cache/, about 20 seconds for each.
 */
export function installHost(name) {
  const source = join(root, 'test/host', name);
  const folder = join(root, '.cache/hosts', name);
  const server = join(folder, 'node_modules/code-server/lib/vscode');
  const ownNode = join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const host = { name, node: name === 'newest' ? ownNode : process.execPath, server };
  const stamp = join(folder, '.installed');
  const wanted = hashOf(join(source, 'package-lock.json'), fileURLToPath(import.meta.url), SPDLOG);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return host;
  console.log(`Installing VS Code (${name}) from the npm package code-server …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(source, file), join(folder, file));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  runQuietly('npm', ['ci', ...quiet], { cwd: folder });
  // The package node links the binary of its platform's package in its install script.
  if (name === 'newest') runQuietly('npm', ['rebuild', 'node', '--loglevel=error'], { cwd: folder });
  // The server's own dependencies; its native modules are not built: it works without them.
  runQuietly('npm', ['install', '--omit=dev', ...quiet], { cwd: server });
  copyFileSync(SPDLOG, join(server, 'node_modules/@vscode/spdlog/index.js'));
  if (name === 'floor') copyRipgrep(folder, server);
  writeFileSync(stamp, wanted);
  return host;
}

function hashOf(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** VS Code finds files with ripgrep, which its own package downloads in an install script; npm carries the same binary. */
function copyRipgrep(folder, server) {
  const file = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const require = createRequire(join(folder, 'package.json'));
  const carried = require.resolve(`@vscode/ripgrep-${process.platform}-${process.arch}/bin/${file}`);
  const target = join(server, 'node_modules/@vscode/ripgrep/bin');
  mkdirSync(target, { recursive: true });
  copyFileSync(carried, join(target, file));
}
