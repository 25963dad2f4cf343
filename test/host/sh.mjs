// Running other programs, with Node's own modules only: this works before anything is installed.
import { rmSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';

/** On Windows npm, npx and code are scripts, which only a shell runs; it takes one line and wants blanks quoted. */
const needsShell = (command) => process.platform === 'win32' && !/\.exe$/i.test(command);
const quoted = (args) => args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg));

function prepared(command, args, options) {
  const shell = needsShell(command);
  return [command, shell ? quoted(args) : args, { shell, ...options }];
}

/** Runs a program with its output shown; throws where it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(...prepared(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options }));
  if (result.status !== 0) throw new Error(failure(command, args, result));
}

/** Runs a program quietly and returns its output; the error of a failing one holds all it said. */
export function runQuietly(command, args, options = {}) {
  const result = spawnSync(...prepared(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options }));
  if (result.status === 0) return result.stdout;
  throw new Error(`${failure(command, args, result)}\n${result.stdout ?? ''}${result.stderr ?? ''}`);
}

/** Runs a program, hands every line it prints to `onLine` at once, and returns its exit code (null: killed or never started). */
export function runLines(command, args, onLine, { timeoutMs, ...options } = {}) {
  const child = spawn(...prepared(command, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options }));
  const timer = timeoutMs && setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  let rest = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop();
    lines.forEach(onLine);
  });
  return new Promise((resolve) => {
    const end = (code) => {
      clearTimeout(timer);
      if (rest) onLine(rest);
      rest = '';
      resolve(code);
    };
    child.once('error', () => end(null));
    child.once('close', end);
  });
}

function failure(command, args, { status, signal, error }) {
  return `${command} ${args.join(' ')} ${error ? `did not start: ${error.message}` : `ended with ${status ?? signal}`}`;
}

/** Whether a program is on the path. */
export function has(command) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [command], { stdio: 'ignore' }).status === 0;
}

/** Removes a temporary folder; one that a dying program still writes into is left to the system. */
export function discard(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  } catch {
    // Nothing depends on it any more.
  }
}
