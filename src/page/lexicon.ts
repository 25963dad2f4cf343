import { isHan } from './characters';

/** The pairs of neighbouring Chinese characters of a text with their counts: its words, without a segmenter. */
export interface Pairs {
  readonly counts: ReadonlyMap<number, number>;
  /** Chinese characters of the text. */
  readonly length: number;
}

/** More of the same word says no more. */
const MAX_COUNT = 3;

export function pairsOf(...texts: readonly string[]): Pairs {
  const counts = new Map<number, number>();
  let length = 0;
  for (const text of texts) {
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const han = isHan(code);
      if (han) length++;
      if (han && before !== 0) {
        const pair = before * 0x10000 + code;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
      before = han ? code : 0;
    }
  }
  return { counts, length };
}

export function addPairs(a: Pairs, b: Pairs): Pairs {
  const counts = new Map(a.counts);
  for (const [pair, count] of b.counts) counts.set(pair, (counts.get(pair) ?? 0) + count);
  return { counts, length: a.length + b.length };
}

/** How rare pairs are among the segments of a page: what every article says tells none apart. */
export class Rarity {
  readonly #frequency = new Map<number, number>();
  readonly #count: number;

  constructor(segments: readonly Pairs[]) {
    this.#count = segments.length;
    for (const { counts } of segments) {
      for (const pair of counts.keys()) this.#frequency.set(pair, (this.#frequency.get(pair) ?? 0) + 1);
    }
  }

  /** Share of the words of a short text (a title, a caption) that a long one has too, by rarity: 0 to 1. */
  shared(short: Pairs, long: Pairs): number {
    let all = 0;
    let both = 0;
    for (const pair of short.counts.keys()) {
      const rarity = Math.log((this.#count + 1) / (this.#frequency.get(pair) ?? 0.5)) + 0.05;
      all += rarity;
      if (long.counts.has(pair)) both += rarity;
    }
    return all === 0 ? 0 : both / all;
  }

  /**
   * How much two long texts are about the same: words in common, weighed by rarity, per hundred characters. Parts of
   * one article have about 6, parts of different ones about 1.5.
   */
  cohesion(a: Pairs, b: Pairs): number {
    const [small, large] = a.counts.size < b.counts.size ? [a, b] : [b, a];
    let both = 0;
    for (const [pair, count] of small.counts) {
      const other = large.counts.get(pair);
      if (other === undefined) continue;
      both += Math.min(count, other, MAX_COUNT) * Math.log(1 + this.#count / (this.#frequency.get(pair) ?? 1));
    }
    return (100 * both) / Math.sqrt(Math.max(1, a.length) * Math.max(1, b.length));
  }
}
