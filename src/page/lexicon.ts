import { isHan } from './characters';

/** The pairs of neighbouring Chinese characters of a text: what its words are, without a segmenter. */
export type Pairs = ReadonlySet<number>;

export function pairsOf(...texts: readonly string[]): Pairs {
  const pairs = new Set<number>();
  for (const text of texts) {
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const han = isHan(code);
      if (han && before !== 0) pairs.add(before * 0x10000 + code);
      before = han ? code : 0;
    }
  }
  return pairs;
}

/** How rare pairs are among the segments of a page: what every article says tells none apart. */
export class Rarity {
  readonly #frequency = new Map<number, number>();
  readonly #count: number;

  constructor(segments: readonly Pairs[]) {
    this.#count = segments.length;
    for (const pairs of segments) {
      for (const pair of pairs) this.#frequency.set(pair, (this.#frequency.get(pair) ?? 0) + 1);
    }
  }

  /** log of segments over segments that have the pair, at least a little for a page of one article. */
  of(pair: number): number {
    return Math.log((this.#count + 1) / (this.#frequency.get(pair) ?? 0.5)) + 0.05;
  }

  /** Share of the words of a short text (a title, a caption) that a long one has too, by rarity: 0 to 1. */
  shared(short: Pairs, long: Pairs): number {
    let all = 0;
    let both = 0;
    for (const pair of short) {
      const rarity = this.of(pair);
      all += rarity;
      if (long.has(pair)) both += rarity;
    }
    return all === 0 ? 0 : both / all;
  }

  /** How much two long texts are about the same: 0 to 1. */
  cohesion(a: Pairs, b: Pairs): number {
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    let both = 0;
    let all = 0;
    for (const pair of small) {
      const rarity = this.of(pair);
      all += rarity;
      if (large.has(pair)) both += rarity;
    }
    return all === 0 ? 0 : both / all;
  }
}
