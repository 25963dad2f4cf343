import { weights } from './weights';
import { MAX_COUNT, type Wording, type Words } from './wording';

/** How much texts on both sides of a gap between paragraphs have to do with each other. */
interface Affinity {
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
 * How much the affinity of the texts around every gap says for an article ending there, in the unit of weights.ts:
 * `gaps[i]` stands before paragraph `i`. The first paragraph of an article has its words in common with what follows
 * and none with what comes before; inside an article it has both. Windows do not reach over walls (`walls[i]` stands
 * before paragraph `i`); what a wall itself says is not asked. Linear.
 */
export function affinities(words: readonly Words[], walls: readonly boolean[], wording: Wording): Float64Array {
  const common = commonWords(words, walls, wording);
  const gaps: (Affinity | undefined)[] = [];
  const across: number[] = [];
  for (let gap = 0; gap < words.length; gap++) {
    const affinity = gap === 0 || walls[gap] ? undefined : affinityAt(words, walls, common, gap);
    if (affinity) across.push(affinity.across);
    gaps.push(affinity);
  }
  const usual = usualOf(Float64Array.from(across));
  const scores = new Float64Array(gaps.length);
  gaps.forEach((affinity, gap) => {
    if (affinity) scores[gap] = partsOf(affinity, usual);
  });
  return scores;
}

function affinityAt(words: readonly Words[], walls: readonly boolean[], common: Float32Array, gap: number): Affinity {
  const top = sideOf(words, walls, gap, -1, SIDE_WORDS);
  const foot = sideOf(words, walls, gap, 1, SIDE_WORDS);
  const first = Math.min(foot, sideOf(words, walls, gap, 1, ENOUGH_WORDS));
  const last = Math.max(top, sideOf(words, walls, gap, -1, ENOUGH_WORDS));
  return {
    across: sharedBy(words, common, top, gap, foot),
    firstAhead: known(sharedBy(words, common, gap, first, foot)),
    firstBack: known(sharedBy(words, common, top, gap, first)),
    lastBack: known(sharedBy(words, common, top, last, gap)),
    lastAhead: known(sharedBy(words, common, last, gap, foot)),
  };
}

const known = (value: number): number => (value < 0 ? NOTHING : value);

/** What the paragraphs from `from` to `cut` have in common with those from there to `to`; -1 where one side is empty. */
function sharedBy(words: readonly Words[], common: Float32Array, from: number, cut: number, to: number): number {
  let shared = 0;
  let length = 0;
  let otherLength = 0;
  for (let i = from; i < cut; i++) {
    length += words[i]!.length;
    for (let j = cut; j < to; j++) shared += common[i * BAND + j - i]!;
  }
  for (let j = cut; j < to; j++) otherLength += words[j]!.length;
  return length * otherLength === 0 ? -1 : (100 * shared) / Math.sqrt(length * otherLength);
}

function partsOf({ across, firstAhead, firstBack, lastBack, lastAhead }: Affinity, usual: number): number {
  const w = weights.affinity;
  const score =
    w.across * -Math.log(across / usual + w.leastAcross) +
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

/**
 * Weight of the words that paragraphs `i` and `i + d` have in common, each as often as both have it, at `i * BAND + d`.
 * Every word of a paragraph knows where it was met before, so that only what is shared is looked at.
 */
function commonWords(words: readonly Words[], walls: readonly boolean[], wording: Wording): Float32Array {
  const { rarity } = wording;
  const common = new Float32Array(words.length * BAND);
  let total = 0;
  for (const { length } of words) total += length;
  /** Meetings of a word and a paragraph: the paragraph, how often, the word, and the meeting before plus one. */
  const paragraphs = new Uint32Array(total);
  const counts = new Uint8Array(total);
  const met = new Uint16Array(total);
  const before = new Uint32Array(total);
  const last = new Uint32Array(rarity.length);
  const sums = new Float64Array(BAND);
  let meetings = 0;
  for (let j = 0; j < words.length; j++) {
    const own = words[j]!;
    const first = meetings;
    for (let at = 0; at < own.length; at++) {
      const word = own[at]!;
      const known = last[word]!;
      if (known > first) {
        if (counts[known - 1]! < MAX_COUNT) counts[known - 1]!++;
        continue;
      }
      paragraphs[meetings] = j;
      counts[meetings] = 1;
      met[meetings] = word;
      before[meetings] = known;
      last[word] = ++meetings;
    }
    const from = firstInReach(words, walls, j);
    if (from === j) continue;
    for (let meeting = first; meeting < meetings; meeting++) {
      const count = counts[meeting]!;
      const weight = rarity[met[meeting]!]!;
      for (let other = before[meeting]!; other > 0 && paragraphs[other - 1]! >= from; other = before[other - 1]!) {
        sums[j - paragraphs[other - 1]!]! += weight * Math.min(count, counts[other - 1]!);
      }
    }
    for (let i = from; i < j; i++) {
      common[i * BAND + j - i] = sums[j - i]!;
      sums[j - i] = 0;
    }
  }
  return common;
}

/** The first paragraph whose windows may hold paragraph `j`, too. */
function firstInReach(words: readonly Words[], walls: readonly boolean[], j: number): number {
  let wall = 0;
  let between = 0;
  let i = j;
  while (i > 0 && j - i < BAND - 1 && between < 2 * SIDE_WORDS) {
    if (walls[i]) wall++;
    if (wall > 1) break;
    i--;
    between += words[i]!.length;
  }
  return i;
}

function usualOf(values: Float64Array): number {
  const { usual, leastUsual } = weights.affinity;
  if (values.length < SIDE) return usual;
  values.sort();
  return Math.max(leastUsual, values[values.length >> 1]!);
}
