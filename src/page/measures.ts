import type { Line } from './lines';

/** Lines on either side that show the measure of a column, and how many of them must agree. */
const WINDOW = 6;
const AGREEING = 4;
const AGREEING_AHEAD = 3;
/** Widths are whole halves of a character; those that differ by one half count as the same. */
const HALVES = 2;

/** The measures of the columns around the lines, in Chinese characters; NaN where the lines have none in common. */
export interface Measures {
  readonly around: Float64Array;
  /** Of the lines that follow: what the first line of an article is set in. */
  readonly ahead: Float64Array;
}

/** The measures of all lines; a few lines without one of their own have that of the lines before. Linear. */
export function measuresOf(lines: readonly Line[]): Measures {
  const count = lines.length;
  const widths = new Int32Array(count);
  for (let i = 0; i < count; i++) widths[i] = lines[i]!.width * HALVES;
  const around = new Float64Array(count);
  const ahead = new Float64Array(count);
  const both = new Window(widths);
  const next = new Window(widths);
  let last = NaN;
  let since = 0;
  for (let index = 0; index < count; index++) {
    both.moveTo(Math.max(0, index - WINDOW), Math.min(count, index + WINDOW + 1));
    next.moveTo(index + 1, Math.min(count, index + WINDOW + 1));
    // In the middle of a column the line's own width is the measure.
    const own = both.isCommon(widths[index]!) ? widths[index]! / HALVES : both.common(index, AGREEING);
    since = Number.isNaN(own) ? since + 1 : 0;
    if (since === 0) last = own;
    around[index] = since > WINDOW ? NaN : last;
    const following = widths[index + 1] ?? 0;
    ahead[index] = next.isAll(following) ? following / HALVES : next.common(index, AGREEING_AHEAD);
  }
  return { around, ahead };
}

/** Neighbouring lines, and how many of them have which width. */
class Window {
  readonly #widths: Int32Array;
  /** At the width plus one. */
  readonly #counts: Uint8Array;
  #from = 0;
  #to = 0;

  constructor(widths: Int32Array) {
    this.#widths = widths;
    let most = 0;
    for (let i = 0; i < widths.length; i++) if (widths[i]! > most) most = widths[i]!;
    this.#counts = new Uint8Array(most + 3);
  }

  /** Both ends only ever move on. */
  moveTo(from: number, to: number): void {
    while (this.#to < to) this.#counts[this.#widths[this.#to++]! + 1]!++;
    while (this.#from < from) this.#counts[this.#widths[this.#from++]! + 1]!--;
  }

  /** Whether most lines are as wide. */
  isCommon(width: number): boolean {
    return this.#same(width) * 2 > this.#to - this.#from + 2;
  }

  /** Whether all lines are as wide, and they are enough. */
  isAll(width: number): boolean {
    const count = this.#to - this.#from;
    return count >= AGREEING && this.#same(width) === count;
  }

  /** The width that most lines share, at least so many, of those the nearest to `center`. */
  common(center: number, agreeing: number): number {
    const widths = this.#widths;
    let best = 0;
    let width = -1;
    for (let i = this.#from, to = this.#to; i < to; i++) {
      const own = widths[i]!;
      if (own === width) continue;
      const same = this.#same(own);
      if (same < agreeing) continue;
      const score = same - Math.abs(i - center) * 0.01;
      if (score > best) {
        best = score;
        width = own;
      }
    }
    return width < 0 ? NaN : width / HALVES;
  }

  #same(width: number): number {
    return this.#counts[width]! + this.#counts[width + 1]! + this.#counts[width + 2]!;
  }
}
