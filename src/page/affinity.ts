import { weights } from './weights';
import type { Wording, Words } from './wording';

/** How much texts on both sides of a gap between paragraphs have to do with each other; see {@link affinities}. */
export interface Affinity {
  /** Both sides, relative to what is usual on the page. */
  readonly across: number;
  /** The first paragraph behind the gap: with what follows it, and with what stands before the gap. */
  readonly firstAhead: number;
  readonly firstBack: number;
  /** The last paragraph before the gap: with what stands before it, and with what stands behind the gap. */
  readonly lastBack: number;
  readonly lastAhead: number;
}

/** Paragraphs on either side of a gap that are looked at, and their words. */
const SIDE = 8;
const BAND = 2 * SIDE;
const SIDE_WORDS = 400;
/** Paragraphs of a few words are looked at together with the next. */
const ENOUGH_WORDS = 50;
/** What a side has in common with nothing, as at the top of the page. */
const NOTHING = 8;

/**
 * The affinity of the texts around every gap: `gaps[i]` stands before paragraph `i`. The first paragraph of an article
 * has its words in common with what follows and none with what comes before; inside an article it has both. Windows do
 * not reach over walls (`walls[i]` stands before paragraph `i`). Linear.
 */
export function affinities(words: readonly Words[], walls: readonly boolean[], wording: Wording): readonly Affinity[] {
  const common = commonWords(words, walls, wording);
  const sum = (from: number, to: number, others: number, end: number): number => {
    let shared = 0;
    let length = 0;
    let otherLength = 0;
    for (let i = from; i < to; i++) {
      length += words[i]!.length;
      for (let j = others; j < end; j++) shared += i < j ? common[i * BAND + j - i]! : common[j * BAND + i - j]!;
    }
    for (let j = others; j < end; j++) otherLength += words[j]!.length;
    return length * otherLength === 0 ? -1 : (100 * shared) / Math.sqrt(length * otherLength);
  };
  const gaps = words.map((_, gap) => {
    const top = sideOf(words, walls, gap, -1, SIDE_WORDS);
    const foot = sideOf(words, walls, gap, 1, SIDE_WORDS);
    const first = Math.min(foot, sideOf(words, walls, gap, 1, ENOUGH_WORDS));
    const last = Math.max(top, sideOf(words, walls, gap, -1, ENOUGH_WORDS));
    const known = (value: number): number => (value < 0 ? NOTHING : value);
    return {
      across: sum(top, gap, gap, foot),
      firstAhead: known(sum(gap, first, first, foot)),
      firstBack: known(sum(top, gap, gap, first)),
      lastBack: known(sum(top, last, last, gap)),
      lastAhead: known(sum(last, gap, gap, foot)),
    };
  });
  const usual = usualOf(gaps.flatMap((gap, i) => (i > 0 && !walls[i] ? [gap.across] : [])));
  return gaps.map((gap) => ({ ...gap, across: gap.across / usual }));
}

/** How much the affinity around a gap says for an article ending there, in the unit of weights.ts. */
export function partsOf({ across, firstAhead, firstBack, lastBack, lastAhead }: Affinity): number {
  const w = weights.affinity;
  const score =
    w.across * -Math.log(across + w.leastAcross) +
    w.first * Math.log((firstAhead + w.least) / (firstBack + w.least)) +
    w.last * Math.log((lastBack + w.least) / (lastAhead + w.least));
  return Math.max(-w.limit, Math.min(w.limit, score));
}

/** The end of the window on one side of a gap: paragraphs until there are enough words, or a wall. */
function sideOf(words: readonly Words[], walls: readonly boolean[], gap: number, step: 1 | -1, enough: number): number {
  let at = gap;
  let count = 0;
  for (let taken = 0; taken < SIDE && count < enough; taken++) {
    const next = step > 0 ? at : at - 1;
    if (next < 0 || next >= words.length) break;
    if (at !== gap && walls[at]) break;
    count += words[next]!.length;
    at += step;
  }
  return at;
}

/** Weight of the words that paragraphs `i` and `i + d` have in common, at `i * BAND + d`. */
function commonWords(words: readonly Words[], walls: readonly boolean[], wording: Wording): Float32Array {
  const common = new Float32Array(words.length * BAND);
  for (let i = 0; i < words.length; i++) {
    wording.mark(words[i]!);
    let wall = 0;
    let between = 0;
    for (let d = 1; d < BAND && i + d < words.length && between < 2 * SIDE_WORDS; d++) {
      if (walls[i + d]) wall++;
      if (wall > 1) break;
      between += words[i + d]!.length;
      common[i * BAND + d] = wording.marked(words[i + d]!);
    }
    wording.unmark(words[i]!);
  }
  return common;
}

function usualOf(values: number[]): number {
  const { usual, leastUsual } = weights.affinity;
  if (values.length < SIDE) return usual;
  values.sort((a, b) => a - b);
  return Math.max(leastUsual, values[values.length >> 1]!);
}
