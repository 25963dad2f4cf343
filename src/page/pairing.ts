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

/**
 * The best division of headings, in their order, among articles: each article gets neighbouring lines or none, in any
 * order. Exact, by dynamic programming over the articles that have had theirs; at most five articles.
 */
export function pair(
  headings: readonly Heading[],
  articles: readonly Headless[],
  sizes: readonly number[],
): Pairing {
  const n = articles.length;
  const states = n << n;
  const value = (heading: number, article: number): number => {
    const { from, to, signed } = articles[article]!;
    const line = headings[heading]!;
    return wordingOf(line, from, to, sizes) + line.asHeadline + (line.signed && signed ? weights.article.signedTwice : 0);
  };
  let scores = new Float64Array(states).fill(-Infinity);
  const back: Int32Array[] = [];
  for (let a = 0; a < n; a++) scores[(1 << a) * n + a] = value(0, a);
  for (let h = 1; h < headings.length; h++) {
    const next = new Float64Array(states).fill(-Infinity);
    const from = new Int32Array(states).fill(-1);
    const values = articles.map((_, a) => value(h, a));
    for (let state = 0; state < states; state++) {
      const score = scores[state]!;
      if (score === -Infinity) continue;
      const mask = Math.floor(state / n);
      const last = state % n;
      for (let a = 0; a < n; a++) {
        const used = (mask & (1 << a)) !== 0;
        if (used && a !== last) continue;
        const step = used ? headings[h]!.join : a < last ? weights.heading.outOfOrder : 0;
        const to = (mask | (1 << a)) * n + a;
        if (score + step + values[a]! <= next[to]!) continue;
        next[to] = score + step + values[a]!;
        from[to] = state;
      }
    }
    back.push(from);
    scores = next;
  }
  const coverage = coverageOf(articles);
  let best = -1;
  let bestScore = -Infinity;
  for (let state = 0; state < states; state++) {
    if (scores[state] === -Infinity) continue;
    const score = scores[state]! + coverage[Math.floor(state / n)]!;
    if (score > bestScore) [best, bestScore] = [state, score];
  }
  const result = [best % n];
  for (let h = back.length - 1; h >= 0; h--) {
    best = back[h]![best]!;
    result.unshift(best % n);
  }
  return { score: bestScore, articles: result };
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
