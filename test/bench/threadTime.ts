import { performance } from 'node:perf_hooks';

/** What an action cost. */
export interface Cost {
  /** Processor time of the thread that asks (of the whole process where Node cannot tell them apart). */
  readonly cpuMs: number;
  /** Until the action was done. */
  readonly wallMs: number;
  /** The longest time for which the thread did nothing else. */
  readonly blockMs: number;
}

/** Node 23.9 and newer; other threads and the garbage collector's are not in it. */
const { threadCpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };

function cpuMs(): number {
  const { user, system } = threadCpuUsage?.call(process) ?? process.cpuUsage();
  return (user + system) / 1000;
}

/** Seldom enough to cost nothing itself. */
const PULSE_MS = 4;

/** Runs an action and waits for what it sets off: `windowMs` from its start at least. */
export async function measured(action: () => Promise<void>, windowMs = 0): Promise<Cost> {
  let last = performance.now();
  let blockMs = 0;
  const pulse = setInterval(() => {
    const now = performance.now();
    blockMs = Math.max(blockMs, now - last - PULSE_MS);
    last = now;
  }, PULSE_MS);
  const [cpu, start] = [cpuMs(), performance.now()];
  await action();
  const wallMs = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, windowMs - wallMs)));
  const cost = { cpuMs: cpuMs() - cpu, wallMs, blockMs };
  clearInterval(pulse);
  return cost;
}

/** Median and 95th percentile of every cost. */
export function summary(costs: readonly Cost[]): string {
  const figures = (pick: (cost: Cost) => number): string => {
    const sorted = costs.map(pick).sort((a, b) => a - b);
    const at = (part: number): string =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1);
    return costs.length === 1 ? at(0) : `${at(0.5)} (95th ${at(0.95)})`;
  };
  const parts = [
    `${figures((c) => c.cpuMs)} ms of the extension host's ${threadCpuUsage ? 'thread' : 'process'}`,
    `longest block ${figures((c) => c.blockMs)}`,
    `done in ${figures((c) => c.wallMs)}`,
  ];
  return parts.join(', ');
}

/** A line for the launcher. */
export function print(line: string): void {
  console.log(`newsmark| ${line}`);
}
