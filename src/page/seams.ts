import { isDigit, isHan } from './characters';
import { classes, HAN } from './classes';
import type { Line } from './lines';
import type { SolidText } from './solid';
import { weights } from './weights';

/** Characters that begin no sentence and no title: a line that begins with one goes on. */
const NEVER_FIRST = flagsOf('的了着們们等之性化者及而且於于被與与得地吗嗎呢吧过過');
/** Characters after which neither a title nor a sentence ends. */
const NEVER_LAST = flagsOf(
  '的和与與在对對将將为為被把从從向及以是由这這其该該各并並而或据據让讓使给給按当當至于於就也都很更最',
);
const ENDS = 1;
const BEGINS = 2;
const MULTIPLIER = 0x9e3779b1;
/** Cells of the table for every line end: so few collide that a look takes one step. */
const CELLS_A_SEAM = 4;

/**
 * How much speaks for a line to go on from the line before it: the two characters that a line end parts stand together
 * elsewhere on the page if they are a word. `seams[i]` belongs to the end of line `i - 1`. Linear.
 */
export function seamsOf(lines: readonly Line[], { codes }: SolidText): Float32Array {
  const pairs = new Pairs(lines.length);
  /** Which characters end a line, and which begin one: only their pairs are asked about. */
  const sides = new Uint8Array(0x10000);
  for (let i = 1; i < lines.length; i++) {
    const a = lastOf(lines[i - 1]!);
    const b = firstOf(lines[i]!);
    sides[a]! |= ENDS;
    sides[b]! |= BEGINS;
    pairs.watch(a, b);
  }
  const singles = new Uint32Array(0x10000);
  let count = 1;
  for (const { place, text } of lines) {
    let before = 0;
    let ends = false;
    for (let i = place; i < place + text.length; i++) {
      const code = codes[i]!;
      if ((classes[code]! & HAN) === 0) {
        ends = false;
        continue;
      }
      const side = sides[code]!;
      if (side !== 0) singles[code]!++;
      count++;
      if (ends && (side & BEGINS) !== 0) pairs.count(before, code);
      ends = (side & ENDS) !== 0;
      before = code;
    }
  }
  const w = weights.seam;
  const seams = new Float32Array(lines.length);
  for (let i = 1; i < lines.length; i++) {
    const a = lastOf(lines[i - 1]!);
    const b = firstOf(lines[i]!);
    let score = 0;
    if (isHan(a) && isHan(b)) {
      const together = pairs.seen(a, b);
      const expected = (singles[a]! * singles[b]!) / count;
      if (together > 0) score = Math.min(w.most, w.together + w.ratio * Math.log(together / expected));
      else score = expected > w.common ? w.neverThoughCommon : w.never;
    } else if (isDigit(a) && (isHan(b) || isDigit(b))) score = w.digit;
    if (NEVER_FIRST[b]) score += w.function;
    if (NEVER_LAST[a]) score += w.function;
    seams[i] = score;
  }
  return seams;
}

const lastOf = (line: Line): number => line.text.charCodeAt(line.text.length - 1);
const firstOf = (line: Line): number => line.text.charCodeAt(0);

/** Counts of the pairs of characters that are asked about, and of no others: a small open-addressed table. */
class Pairs {
  readonly #keys: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #shift: number;

  constructor(seams: number) {
    let cells = 1 << 8;
    while (cells < seams * CELLS_A_SEAM) cells *= 2;
    this.#keys = new Uint32Array(cells);
    this.#counts = new Uint32Array(cells);
    this.#shift = 32 - Math.log2(cells);
  }

  watch(a: number, b: number): void {
    if (isHan(a) && isHan(b)) this.#keys[this.#cell(a, b)] = keyOf(a, b);
  }

  count(a: number, b: number): void {
    const cell = this.#cell(a, b);
    if (this.#keys[cell] !== 0) this.#counts[cell]!++;
  }

  seen(a: number, b: number): number {
    return this.#counts[this.#cell(a, b)]!;
  }

  /** The cell of a pair, or the empty one where it would go. */
  #cell(a: number, b: number): number {
    const key = keyOf(a, b);
    const mask = this.#keys.length - 1;
    let cell = Math.imul(key, MULTIPLIER) >>> this.#shift;
    while (this.#keys[cell] !== key && this.#keys[cell] !== 0) cell = (cell + 1) & mask;
    return cell;
  }
}

/** 1 for every UTF-16 unit that is among the characters. */
function flagsOf(characters: string): Uint8Array {
  const flags = new Uint8Array(0x10000);
  for (const character of characters) flags[character.charCodeAt(0)] = 1;
  return flags;
}

const keyOf = (a: number, b: number): number => ((a << 16) | b) >>> 0;
