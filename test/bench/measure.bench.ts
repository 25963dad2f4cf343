/**
 * Measures one tool on a text of one size, in a process of its own, so that its memory is its own:
 * `node measure.bench.js TOOL BYTES [FOLDER]` prints a line of JSON, see {@link Measured}; without arguments, the names of
 * the tools with the longest text each gets. The text is made of the pages of the folder.
 */
import { textOf } from './pages';
import { tools, type Tool } from './tools';

/** Milliseconds are of processor time, all threads together; what else the machine does counts little there. */
interface Measured {
  readonly bytes: number;
  readonly found: number;
  /** The first run in a new process, and the median of the later half of those after it. */
  readonly firstMs: number;
  readonly ms: number;
  /** Most memory the process ever held while it prepared and ran, and what a process holds that only has the text. */
  readonly peakMb: number;
  readonly baseMb: number;
}

/** Every size is measured for about this long, and so often at least and at most. */
const BUDGET_MS = 4000;
const MIN_RUNS = 3;
const MAX_RUNS = 300;

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const peakMb = (): number => process.resourceUsage().maxRSS / 1024;

function timed(run: () => number): number {
  const start = cpuMs();
  run();
  return cpuMs() - start;
}

function measure(tool: Tool, text: string): Measured {
  const baseMb = peakMb();
  const run = tool.prepare(text);
  const start = cpuMs();
  const found = run();
  const firstMs = cpuMs() - start;
  const times: number[] = [];
  const end = performance.now() + BUDGET_MS;
  // A tool that takes longer than the budget for one run is not slow because it is cold.
  const least = firstMs > BUDGET_MS ? 0 : MIN_RUNS;
  while (times.length < least || (performance.now() < end && times.length < MAX_RUNS)) times.push(timed(run));
  // The first half warms up: the engine goes on compiling for some twenty runs.
  const warm = times.slice(times.length >> 1).sort((a, b) => a - b);
  const ms = warm[warm.length >> 1] ?? firstMs;
  return { bytes: Buffer.byteLength(text), found, firstMs, ms, peakMb: peakMb(), baseMb };
}

const [name, bytes, folder] = process.argv.slice(2);
if (name === undefined) {
  const names = Object.entries(tools).map(([tool, { mostBytes }]) => ({ tool, mostBytes: mostBytes ?? null }));
  console.log(JSON.stringify(names));
} else
  console.log(
    JSON.stringify(measure(tools[name]!, textOf(Number(bytes), '.', folder === undefined ? undefined : [folder]))),
  );
