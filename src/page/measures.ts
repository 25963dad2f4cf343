import type { Line } from './lines';

/** Lines on either side that show the measure of a column, and how many of them must agree. */
const WINDOW = 6;
const AGREEING = 4;
const AGREEING_AHEAD = 3;
/** Widths that count as the same: half-width characters vary. */
const SAME = 0.8;

/** The measure of the columns around a line, in Chinese characters; undefined where the lines have none in common. */
export interface Measure {
  readonly around: number | undefined;
  /** Of the lines that follow: what the first line of an article is set in. */
  readonly ahead: number | undefined;
}

/** The measure of every line; a few lines without one of their own have that of the lines before. Linear. */
export function measuresOf(lines: readonly Line[]): readonly Measure[] {
  let last: number | undefined;
  let since = 0;
  const widths = Float64Array.from(lines, (line) => line.width);
  return lines.map((_, index) => {
    const own = commonWidth(widths, index - WINDOW, index + WINDOW, index, AGREEING);
    since = own === undefined ? since + 1 : 0;
    if (own !== undefined) last = own;
    return {
      around: since > WINDOW ? undefined : (own ?? last),
      ahead: commonWidth(widths, index + 1, index + WINDOW, index, AGREEING_AHEAD),
    };
  });
}

/** The width that most lines share, of those the nearest to `center`; the widest lines of a column are its measure. */
function commonWidth(
  widths: Float64Array,
  first: number,
  last: number,
  center: number,
  agreeing: number,
): number | undefined {
  const from = Math.max(0, first);
  const to = Math.min(widths.length - 1, last);
  // In the middle of a column the line's own width is the measure.
  const central = widths[center]!;
  if (center >= from && countOf(widths, from, to, central) * 2 > to - from + 3) return central;
  let best = 0;
  let width: number | undefined;
  for (let i = from; i <= to; i++) {
    const own = widths[i]!;
    if (own === width) continue;
    const same = countOf(widths, from, to, own);
    const score = same - Math.abs(i - center) * 0.01;
    if (same >= agreeing && score > best) [best, width] = [score, own];
  }
  return width;
}

/** How many lines are as wide. */
function countOf(widths: Float64Array, from: number, to: number, width: number): number {
  let same = 0;
  for (let i = from; i <= to; i++) {
    const by = widths[i]! - width;
    if (by <= SAME && by >= -SAME) same++;
  }
  return same;
}
