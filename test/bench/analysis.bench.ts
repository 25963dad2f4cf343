/**
 * How fast a page is read: milliseconds a megabyte of UTF-8, as a ratio to one plain regular expression for digits and
 * units on the same text in the same run, and how the time grows with the text. Ratios and growth can be compared
 * between machines, milliseconds cannot. Ends with 1 where the time grows faster than the text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFigures } from '../../src/figures/readFigures';
import { analyze, readPageText, type PageText } from '../../src/newsmark';
import { readPage } from '../../src/page/readPage';

const SAMPLES = 'media/samples';
const KILOBYTE = 1000;
const SIZES = [10, 100, 1000, 10_000].map((kilobytes) => kilobytes * KILOBYTE);
/** Every size is measured for about this long, and at least so often. */
const BUDGET_MS = 1500;
const MIN_RUNS = 3;
const MAX_RUNS = 200;
/** Ten times the text may take this many times as long: above 10, because caches are too small for the long texts. */
const MAX_GROWTH = 25;

const PLAIN_REGEX =
  /[0-9０-９零〇一二三四五六七八九十百千万亿两点.．,，%％]+(?:元|人|个|家|户|亩|吨|公里|平方米|年|月|日|次|项|座)?/gu;

/** Page-like text of about so many bytes: the sample pages one after the other, with other digits in every copy. */
function textOf(bytes: number, pages: readonly string[]): string {
  const parts: string[] = [];
  let size = 0;
  for (let copy = 0; size < bytes; copy++) {
    const page = pages[copy % pages.length]!;
    const part = page.replace(/\d/g, (digit) => String((Number(digit) + copy) % 10 || 1));
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return Buffer.from(parts.join('\n'))
    .subarray(0, bytes)
    .toString()
    .replace(/\uFFFD+$/, '');
}

/** Shortest time of a run in milliseconds, after a warm-up: what else the machine does only ever adds to it. */
function best(run: () => unknown): number {
  run();
  let shortest = Infinity;
  const end = performance.now() + BUDGET_MS;
  for (let runs = 0; runs < MIN_RUNS || (performance.now() < end && runs < MAX_RUNS); runs++) {
    globalThis.gc?.();
    const start = performance.now();
    run();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

/** How many matches the plain expression has; none is kept. */
function countMatches(text: string): number {
  let count = 0;
  PLAIN_REGEX.lastIndex = 0;
  while (PLAIN_REGEX.test(text)) count++;
  return count;
}

interface Row {
  readonly name: string;
  readonly times: readonly number[];
}

function measure(texts: readonly string[]): readonly Row[] {
  const row = (name: string, prepare: (page: PageText) => () => unknown): Row => ({
    name,
    times: texts.map((text) => best(prepare(readPageText(text)))),
  });
  return [
    row('plain regex', (page) => () => countMatches(page.text)),
    row('page text', (page) => () => readPageText(page.text)),
    row('structure', (page) => () => readPage(page)),
    row('figures', (page) => {
      const structure = readPage(page);
      return () => readFigures(structure);
    }),
    row('all', (page) => () => analyze(page)),
  ];
}

function print(rows: readonly Row[], bytes: readonly number[]): void {
  const label = (size: number): string => (size >= 1e6 ? `${size / 1e6} MB` : `${size / 1e3} kB`);
  const perMegabyte = (times: readonly number[], i: number): number => (times[i]! / bytes[i]!) * 1e6;
  const plain = rows[0]!.times;
  const table = rows.map(({ name, times }) => ({
    room: name,
    ...Object.fromEntries(SIZES.map((size, i) => [`${label(size)}: ms/MB`, perMegabyte(times, i).toFixed(1)])),
    'x regex (1 MB)': (times[2]! / plain[2]!).toFixed(1),
    growth: times
      .slice(1)
      .map((time, i) => (time / times[i]!).toFixed(1))
      .join(' · '),
  }));
  console.log(`Node ${process.version}, ${process.platform}-${process.arch}; best of at least ${MIN_RUNS} runs.`);
  console.log('growth: how many times longer ten times the text takes; 10 is linear.\n');
  console.table(Object.fromEntries(table.map(({ room, ...columns }) => [room, columns])));
}

const pages = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(SAMPLES, name), 'utf8'));
const texts = SIZES.map((size) => textOf(size, pages));
const rows = measure(texts);
print(
  rows,
  texts.map((text) => Buffer.byteLength(text)),
);
const steep = rows.slice(1).filter(({ times }) => times.slice(1).some((time, i) => time / times[i]! > MAX_GROWTH));
if (steep.length > 0) {
  console.error(`Not linear: ${steep.map((row) => row.name).join(', ')}`);
  process.exitCode = 1;
}
