import { isDigit, isHan } from './characters';
import { classes, HAN } from './classes';
import type { Line } from './lines';
import { weights } from './weights';

/** Characters that begin no sentence and no title: a line that begins with one goes on. */
const NEVER_FIRST = new Set('的了着們们等之性化者及而且於于被與与得地吗嗎呢吧过過');
/** Characters after which neither a title nor a sentence ends. */
const NEVER_LAST = new Set('的和与與在对對将將为為被把从從向及以是由这這其该該各并並而或据據让讓使给給按当當至于於就也都很更最');
const MOST = 255;
const MULTIPLIER = 0x9e3779b1;
/** So few pairs share a cell by chance that a seam seldom looks like a word that is none. */
const CELLS_A_PAIR = 24;
const MIN_CELLS = 1 << 14;
const MAX_CELLS = 1 << 22;

/**
 * How much speaks for a line to go on from the line before it: the two characters that a line end parts stand together
 * elsewhere on the page if they are a word. `seams[i]` belongs to the end of line `i - 1`. Linear.
 */
export function seamsOf(lines: readonly Line[]): Float32Array {
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  let cells = MIN_CELLS;
  while (cells < total * CELLS_A_PAIR && cells < MAX_CELLS) cells *= 2;
  const shift = 32 - Math.log2(cells);
  const pairs = new Uint8Array(cells);
  const singles = new Uint32Array(0x10000);
  let count = 1;
  for (const { text } of lines) {
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const han = (classes[code]! & HAN) !== 0;
      if (han) {
        singles[code]!++;
        count++;
        if (before !== 0) {
          const cell = hash(before, code, shift);
          if (pairs[cell]! < MOST) pairs[cell]!++;
        }
      }
      before = han ? code : 0;
    }
  }
  const w = weights.seam;
  const seams = new Float32Array(lines.length);
  for (let i = 1; i < lines.length; i++) {
    const last = lines[i - 1]!.text.at(-1)!;
    const first = lines[i]!.text[0]!;
    const [a, b] = [last.charCodeAt(0), first.charCodeAt(0)];
    let score = 0;
    if (isHan(a) && isHan(b)) {
      const together = pairs[hash(a, b, shift)]!;
      const expected = (singles[a]! * singles[b]!) / count;
      score =
        together === 0
          ? expected > w.common
            ? w.neverThoughCommon
            : w.never
          : Math.min(w.most, w.together + w.ratio * Math.log(together / expected));
    } else if (isDigit(a) && (isHan(b) || isDigit(b))) score = w.digit;
    if (NEVER_FIRST.has(first)) score += w.function;
    if (NEVER_LAST.has(last)) score += w.function;
    seams[i] = score;
  }
  return seams;
}

function hash(a: number, b: number, shift: number): number {
  return Math.imul(a * 0x10000 + b, MULTIPLIER) >>> shift;
}
