import { type Heading, wordingOf } from './headings';
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

export interface Pairing {
  readonly score: number;
  /** For every heading the index into the articles. */
  readonly articles: readonly number[];
}

/** Lines that one article has in a group: more than four count as four. */
const MOST = 4;

/**
 * The best division of the first headings among articles, for every number of headings from one on: each article gets
 * neighbouring lines or none, in any order. Exact, by dynamic programming over the set of articles that have had
 * theirs, the last of them, and how many lines that one has; at most five articles.
 */
export function pair(
  headings: readonly Heading[],
  articles: readonly Headless[],
  sizes: readonly number[],
): readonly Pairing[] {
  const n = articles.length;
  if (n === 0 || headings.length === 0) return [];
  const coverage = coverageOf(articles);
  if (n === 1) return pairWithOne(headings, articles[0]!, sizes, coverage[1]!);
  const indexOf = (mask: number, last: number, lines: number): number => (mask * n + last) * MOST + lines;
  const states = indexOf((1 << n) - 1, n - 1, MOST - 1) + 1;
  const back: number[][] = [];
  const pairings: Pairing[] = [];
  // Plain arrays: many small typed ones are costly to make and to collect.
  let scores = new Array<number>(states).fill(-Infinity);
  let reached: number[] = [];
  headings.forEach((heading, h) => {
    const values = articles.map((article) => valueOf(heading, article, sizes));
    const next = new Array<number>(states).fill(-Infinity);
    const from = new Array<number>(states).fill(-1);
    const reaches: number[] = [];
    const reach = (state: number, score: number, before: number): void => {
      if (score <= next[state]!) return;
      if (next[state] === -Infinity) reaches.push(state);
      next[state] = score;
      from[state] = before;
    };
    if (h === 0) values.forEach((value, a) => reach(indexOf(1 << a, a, 0), value, -1));
    else {
      for (const state of reached) {
        const score = scores[state]!;
        const lines = state % MOST;
        const last = Math.floor(state / MOST) % n;
        const mask = Math.floor(state / (MOST * n));
        for (let a = 0; a < n; a++) {
          const used = (mask & (1 << a)) !== 0;
          if (used && a !== last) continue;
          const step = used ? heading.join + joinMore(lines + 1) : a < last ? weights.heading.outOfOrder : 0;
          const to = indexOf(mask | (1 << a), a, used ? Math.min(lines + 1, MOST - 1) : 0);
          reach(to, score + step + values[a]!, state);
        }
      }
    }
    back.push(from);
    scores = next;
    reached = reaches;
    pairings.push(bestOf(scores, reached, back, coverage, n));
  });
  return pairings;
}

/** All headings head the only article. */
function pairWithOne(
  headings: readonly Heading[],
  article: Headless,
  sizes: readonly number[],
  covered: number,
): readonly Pairing[] {
  let score = covered;
  const articles: number[] = [];
  return headings.map((heading, h) => {
    score += valueOf(heading, article, sizes) + (h === 0 ? 0 : heading.join + joinMore(h));
    articles.push(0);
    return { score, articles: articles.slice() };
  });
}

/** What it costs that a title gets a line more than two, after so many. */
export function joinMore(lines: number): number {
  return lines < 2 ? 0 : lines === 2 ? weights.heading.joinThird : weights.heading.joinMore;
}

function valueOf(heading: Heading, { from, to, signed }: Headless, sizes: readonly number[]): number {
  const twice = heading.signed && signed ? weights.article.signedTwice : 0;
  return wordingOf(heading, from, to, sizes) + heading.asHeadline + twice;
}

function bestOf(
  scores: readonly number[],
  reached: readonly number[],
  back: readonly (readonly number[])[],
  coverage: readonly number[],
  n: number,
): Pairing {
  let best = -1;
  let bestScore = -Infinity;
  for (const state of reached) {
    const score = scores[state]! + coverage[Math.floor(state / (MOST * n))]!;
    if (score > bestScore) [best, bestScore] = [state, score];
  }
  const articles: number[] = [];
  for (let h = back.length - 1; h >= 0; h--) {
    articles.unshift(Math.floor(best / MOST) % n);
    best = back[h]![best]!;
  }
  return { score: bestScore, articles };
}

/** For every set of articles that get titles (one bit each): what that is worth. */
function coverageOf(articles: readonly Headless[]): readonly number[] {
  const w = weights.article;
  return Array.from({ length: 1 << articles.length }, (_, mask) =>
    articles.reduce((sum, { titled }, a) => {
      if ((mask & (1 << a)) === 0) return sum + (titled ? 0 : weights.heading.skipped);
      return sum + (titled ? w.titledTwice : -w.untitled);
    }, 0),
  );
}
