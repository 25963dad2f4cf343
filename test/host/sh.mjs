// Running other programs, with Node's own modules only: this works before anything is installed.
import { spawn, spawnSync } from 'node:child_process';

/** Runs a program with its output shown; throws where it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${result.status ?? result.signal}`);
}

/** Runs a program quietly; its output is shown only where it fails. */
export function runQuietly(command, args, options = {}) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 1 << 28,
    ...options,
  });
  if (result.status === 0) return result.stdout;
  throw new Error(
    `${command} ${args.join(' ')} ended with ${result.status ?? result.signal}\n${result.stdout}${result.stderr}`,
  );
}

/** Whether a program is on the path. */
export function has(command) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [command], { stdio: 'ignore' }).status === 0;
}

export { spawn };
