import type { Heading } from './headings';
import type { SharedWording } from './sharedWording';
import { weights } from './weights';

/** An article whose body is read and that titles may head: the pieces that its body has. */
export interface Headless {
  readonly from: number;
  readonly to: number;
  /** A byline or a dateline was seen. */
  readonly signed: boolean;
  /** Titles were seen before it. */
  readonly titled: boolean;
}

/** Lines that one article has in a group: more than four count as four. */
const MOST = 4;

/** The best division of the first `count` headings among articles, for every number of headings from one on. */
export class Pairings {
  readonly #articles: number;
  /** The final state for every number of headings, its score, and for every state the one before it. */
  readonly #ends: readonly number[];
  readonly #scores: readonly number[];
  readonly #back: Int16Array;

  constructor(articles: number, ends: readonly number[], scores: readonly number[], back: Int16Array) {
    this.#articles = articles;
    this.#ends = ends;
    this.#scores = scores;
    this.#back = back;
  }

  score(count: number): number {
    return this.#scores[count - 1]!;
  }

  /** The articles that get titles, one bit each. */
  taken(count: number): number {
    return Math.floor(this.#ends[count - 1]! / (MOST * this.#articles));
  }

  /** For every heading the index into the articles. */
  articles(count: number): readonly number[] {
    const n = this.#articles;
    const chosen = new Array<number>(count).fill(0);
    if (n === 1) return chosen;
    const states = statesOf(n);
    let state = this.#ends[count - 1]!;
    for (let h = count - 1; h >= 0; h--) {
      chosen[h] = Math.floor(state / MOST) % n;
      state = this.#back[h * states + state]!;
    }
    return chosen;
  }
}

/** A state is a set of articles, the last of them, and how many lines that one has. */
const statesOf = (articles: number): number => (1 << articles) * articles * MOST;

/**
 * Divides headings among articles: each article gets neighbouring lines or none, in any order. Exact, by dynamic
 * programming over the set of articles that have had theirs, the last of them, and how many lines that one has; one
 * to five articles, one heading at least.
 */
export function pair(headings: readonly Heading[], articles: readonly Headless[], shared: SharedWording): Pairings {
  const n = articles.length;
  const values = articles.map(({ from, to }) => shared.with(from, to).scores);
  if (n === 1) return pairWithOne(headings, articles[0]!, values[0]!);
  const states = statesOf(n);
  const coverage = coverageOf(articles);
  const back = new Int16Array(headings.length * states);
  let scores = new Float64Array(states);
  let next = new Float64Array(states);
  let reached: number[] = [];
  const ends: number[] = [];
  const totals: number[] = [];
  for (let h = 0; h < headings.length; h++) {
    const heading = headings[h]!;
    const reaches: number[] = [];
    next.fill(-Infinity);
    for (let r = 0; r < (h === 0 ? 1 : reached.length); r++) {
      const before = h === 0 ? -1 : reached[r]!;
      const score = h === 0 ? 0 : scores[before]!;
      const lines = before % MOST;
      const last = h === 0 ? -1 : Math.floor(before / MOST) % n;
      const mask = h === 0 ? 0 : Math.floor(before / (MOST * n));
      for (let a = 0; a < n; a++) {
        const used = (mask & (1 << a)) !== 0;
        if (used && a !== last) continue;
        const step = used ? heading.join + joinMore(lines + 1) : a < last ? weights.heading.outOfOrder : 0;
        const to = ((mask | (1 << a)) * n + a) * MOST + (used ? Math.min(lines + 1, MOST - 1) : 0);
        const total = score + step + valueOf(heading, articles[a]!, values[a]![h]!);
        if (total <= next[to]!) continue;
        if (next[to] === -Infinity) reaches.push(to);
        next[to] = total;
        back[h * states + to] = before;
      }
    }
    [scores, next] = [next, scores];
    reached = reaches;
    let best = -1;
    let bestScore = -Infinity;
    for (const state of reached) {
      const score = scores[state]! + coverage[Math.floor(state / (MOST * n))]!;
      if (score > bestScore) [best, bestScore] = [state, score];
    }
    ends.push(best);
    totals.push(bestScore);
  }
  return new Pairings(n, ends, totals, back);
}

const NO_STATES = new Int16Array(0);

/** All headings head the only article. */
function pairWithOne(headings: readonly Heading[], article: Headless, values: readonly number[]): Pairings {
  let score = coverageOfAll([article], 1);
  const scores = headings.map((heading, h) => {
    score += valueOf(heading, article, values[h]!) + (h === 0 ? 0 : heading.join + joinMore(h));
    return score;
  });
  return new Pairings(1, new Array<number>(headings.length).fill(MOST), scores, NO_STATES);
}

/** What it costs that a title gets a line more than two, after so many. */
export function joinMore(lines: number): number {
  return lines < 2 ? 0 : lines === 2 ? weights.heading.joinThird : weights.heading.joinMore;
}

function valueOf(heading: Heading, { signed }: Headless, wording: number): number {
  return wording + heading.asHeadline + (heading.signed && signed ? weights.article.signedTwice : 0);
}

/** For every set of articles that get titles (one bit each): what that is worth. */
function coverageOf(articles: readonly Headless[]): readonly number[] {
  return Array.from({ length: 1 << articles.length }, (_, mask) => coverageOfAll(articles, mask));
}

function coverageOfAll(articles: readonly Headless[], mask: number): number {
  const w = weights.article;
  let sum = 0;
  for (let a = 0; a < articles.length; a++) {
    const { titled } = articles[a]!;
    if ((mask & (1 << a)) === 0) sum += titled ? 0 : weights.heading.skipped;
    else sum += titled ? w.titledTwice : -w.untitled;
  }
  return sum;
}
