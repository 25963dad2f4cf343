import type { Heading } from './headings';
import type { Share, SharedWording } from './sharedWording';
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

/** At most so many articles wait for titles. */
export const MAX_ARTICLES = 5;
/**
 * A state is a set of articles (one bit each), the last of them, and how many lines that one has; in one number, so that
 * a table has them all.
 */
const stateOf = (mask: number, last: number, lines: number): number => (mask << 5) | (last << 2) | lines;
const maskOf = (state: number): number => state >> 5;
const lastOf = (state: number): number => (state >> 2) & 7;
const linesOf = (state: number): number => state & 3;
const statesOf = (articles: number): number => stateOf(1 << articles, 0, 0);

/** The best division of the first `count` headings among articles, for every number of headings from one on. */
export class Pairings {
  readonly #states: number;
  /** The final state for every number of headings, and its score. */
  readonly #ends: readonly number[];
  readonly #scores: readonly number[];
  /** For every heading and state the one before it, from `#from` on. */
  readonly #back: Int16Array;
  readonly #from: number;

  constructor(articles: number, ends: readonly number[], scores: readonly number[], back: Int16Array, from: number) {
    this.#states = statesOf(articles);
    this.#ends = ends;
    this.#scores = scores;
    this.#back = back;
    this.#from = from;
  }

  score(count: number): number {
    return this.#scores[count - 1]!;
  }

  /** The articles that get titles, one bit each. */
  taken(count: number): number {
    return maskOf(this.#ends[count - 1]!);
  }

  /** For every heading the index into the articles. */
  articles(count: number): readonly number[] {
    const chosen = new Array<number>(count).fill(0);
    // All headings head the only article there is.
    if (this.#back.length === 0) return chosen;
    let state = this.#ends[count - 1]!;
    for (let h = count - 1; h >= 0; h--) {
      chosen[h] = lastOf(state);
      state = this.#back[this.#from + h * this.#states + state]!;
    }
    return chosen;
  }
}

const NO_STATES = new Int16Array(0);

/** Divides headings among articles; has the memory that this takes, once for all gaps of a page. */
export class Pairer {
  #scores = new Float64Array(statesOf(MAX_ARTICLES)).fill(-Infinity);
  #next = new Float64Array(statesOf(MAX_ARTICLES)).fill(-Infinity);
  /** The states whose scores are known. */
  #reached = new Int16Array(statesOf(MAX_ARTICLES));
  #reaches = new Int16Array(statesOf(MAX_ARTICLES));
  readonly #coverage = new Float64Array(1 << MAX_ARTICLES);
  #back = new Int16Array(0x1000);
  #used = 0;

  /** The pairings that were made are not needed any more. */
  clear(): void {
    this.#used = 0;
  }

  /**
   * Each article gets neighbouring lines or none, in any order. Exact, by dynamic programming over the set of articles
   * that have had theirs, the last of them, and how many lines that one has; one to {@link MAX_ARTICLES} articles.
   */
  pair(headings: readonly Heading[], articles: readonly Headless[], shared: SharedWording): Pairings {
    const n = articles.length;
    for (let mask = 1; mask < 1 << n; mask++) this.#coverage[mask] = coverageOf(articles, mask);
    if (n === 1) return this.#pairWithOne(headings, articles[0]!, shared);
    const shares = articles.map(({ from, to }) => shared.with(from, to));
    const states = statesOf(n);
    const from = this.#take(headings.length * states);
    const ends = new Array<number>(headings.length);
    const totals = new Array<number>(headings.length);
    let reached = 1;
    this.#reached[0] = 0;
    this.#scores[0] = 0;
    for (let h = 0; h < headings.length; h++) {
      reached = this.#step(headings[h]!, h, articles, shares, reached, from + h * states);
      let best = -1;
      let bestScore = -Infinity;
      for (let r = 0; r < reached; r++) {
        const state = this.#reached[r]!;
        const score = this.#scores[state]! + this.#coverage[maskOf(state)]!;
        if (score <= bestScore) continue;
        best = state;
        bestScore = score;
      }
      ends[h] = best;
      totals[h] = bestScore;
    }
    for (let r = 0; r < reached; r++) this.#scores[this.#reached[r]!] = -Infinity;
    return new Pairings(n, ends, totals, this.#back, from);
  }

  /** Gives one more heading to an article, in every state that is reached; returns how many are reached then. */
  #step(
    heading: Heading,
    h: number,
    articles: readonly Headless[],
    shares: readonly Share[],
    reached: number,
    from: number,
  ): number {
    const scores = this.#scores;
    const next = this.#next;
    const reaches = this.#reaches;
    let count = 0;
    for (let r = 0; r < reached; r++) {
      const before = this.#reached[r]!;
      const score = scores[before]!;
      const mask = maskOf(before);
      const last = lastOf(before);
      const lines = linesOf(before);
      for (let a = 0; a < articles.length; a++) {
        const used = (mask & (1 << a)) !== 0;
        if (used && a !== last) continue;
        const step = used
          ? heading.join + joinMore(lines + 1)
          : mask !== 0 && a < last
            ? weights.heading.outOfOrder
            : 0;
        const to = stateOf(mask | (1 << a), a, used ? Math.min(lines + 1, MOST - 1) : 0);
        const total = score + step + worthOf(heading, articles[a]!, shares[a]!.scores[h]!);
        if (total <= next[to]!) continue;
        if (next[to] === -Infinity) reaches[count++] = to;
        next[to] = total;
        this.#back[from + to] = before;
      }
      scores[before] = -Infinity;
    }
    [this.#scores, this.#next] = [next, scores];
    [this.#reached, this.#reaches] = [reaches, this.#reached];
    return count;
  }

  /** All headings head the only article. */
  #pairWithOne(headings: readonly Heading[], article: Headless, shared: SharedWording): Pairings {
    const values = shared.with(article.from, article.to).scores;
    const scores = new Array<number>(headings.length);
    const ends = new Array<number>(headings.length).fill(stateOf(1, 0, 0));
    let score = this.#coverage[1]!;
    for (let h = 0; h < headings.length; h++) {
      const heading = headings[h]!;
      score += worthOf(heading, article, values[h]!) + (h === 0 ? 0 : heading.join + joinMore(h));
      scores[h] = score;
    }
    return new Pairings(1, ends, scores, NO_STATES, 0);
  }

  /** Where so many cells are free. */
  #take(cells: number): number {
    const from = this.#used;
    this.#used += cells;
    if (this.#used <= this.#back.length) return from;
    // Pairings that were made before keep the memory that they have.
    this.#back = new Int16Array(2 * cells);
    this.#used = cells;
    return 0;
  }
}

/** What it costs that a title gets a line more than two, after so many. */
export function joinMore(lines: number): number {
  return lines < 2 ? 0 : lines === 2 ? weights.heading.joinThird : weights.heading.joinMore;
}

/** What it is worth that a heading heads an article, with the wording that they share. */
function worthOf(heading: Heading, { signed }: Headless, wording: number): number {
  return wording + heading.asHeadline + (heading.signed && signed ? weights.article.signedTwice : 0);
}

/** What it is worth that the articles of a set (one bit each) get titles, and the others none. */
function coverageOf(articles: readonly Headless[], mask: number): number {
  const w = weights.article;
  let sum = 0;
  for (let a = 0; a < articles.length; a++) {
    const { titled } = articles[a]!;
    if ((mask & (1 << a)) === 0) sum += titled ? 0 : weights.heading.skipped;
    else sum += titled ? w.titledTwice : -w.untitled;
  }
  return sum;
}
