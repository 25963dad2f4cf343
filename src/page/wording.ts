import { classes, HAN } from './classes';
import type { SolidText } from './solid';

/**
 * The pairs of neighbouring Chinese characters of a text, in order: its words, without a segmenter. Every pair has the
 * number of its 16-bit hash among those of the page. Two different pairs rarely share a hash (an article has some 1,500
 * pairs), and what they share weighs little.
 */
export type Words = Uint16Array;

/** Words of several texts of a page. */
export interface PageWords {
  readonly texts: readonly Words[];
  /** How many different words there are; words are smaller. */
  readonly count: number;
}

const HASHES = 0x10000;
const MULTIPLIER = 0x9e3779b1;
/** More of the same word says no more. */
export const MAX_COUNT = 3;
/** Pieces of a full page: in a file of many pages a word is no rarer than in one. */
const USUAL_PIECES = 40;

/** A stretch of the solid text of a page. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Words of stretches of a page, in one piece of memory. Linear. */
export function wordsOf({ codes }: SolidText, stretches: readonly Stretch[]): PageWords {
  let size = 0;
  for (const { from, to } of stretches) size += to - from;
  const words = new Uint16Array(size);
  /** Hash → number of the word plus one. */
  const numbers = new Uint32Array(HASHES);
  let count = 0;
  let length = 0;
  const texts = stretches.map(({ from, to }) => {
    const first = length;
    let before = 0;
    for (let i = from; i < to; i++) {
      const code = codes[i]!;
      if ((classes[code]! & HAN) === 0) {
        before = 0;
        continue;
      }
      if (before !== 0) {
        const hash = Math.imul(before * 0x10000 + code, MULTIPLIER) >>> 16;
        if (numbers[hash] === 0) numbers[hash] = ++count;
        words[length++] = numbers[hash]! - 1;
      }
      before = code;
    }
    return words.subarray(first, length);
  });
  return { texts, count };
}

/** How rare words are among the pieces of a page: what every article says tells none apart. */
export class Wording {
  /** Rarity of a word that only one piece has. */
  readonly rarest: number;
  /** Of every word of the page; 0 for a word that no piece has. */
  readonly rarity: Float32Array;
  readonly #marks: Uint8Array;
  /** The text in which a marked word was last met. */
  readonly #met: Uint32Array;
  #texts = 0;

  /** `count` is that of the words of the page. */
  constructor(pieces: readonly (readonly Words[])[], count: number) {
    this.rarest = Math.log(1 + Math.min(pieces.length, USUAL_PIECES));
    this.rarity = new Float32Array(count);
    this.#marks = new Uint8Array(count);
    this.#met = new Uint32Array(count);
    const frequency = new Uint32Array(count);
    const seen = new Uint32Array(count);
    for (let piece = 0; piece < pieces.length; piece++) {
      for (const words of pieces[piece]!) {
        for (let at = 0; at < words.length; at++) {
          const word = words[at]!;
          if (seen[word] === piece + 1) continue;
          seen[word] = piece + 1;
          frequency[word]!++;
        }
      }
    }
    for (let word = 0; word < count; word++) {
      const share = pieces.length / frequency[word]!;
      if (frequency[word]! > 0) this.rarity[word] = Math.log(1 + Math.min(share, USUAL_PIECES));
    }
  }

  /** Marks the words of a text; {@link unmark} the same text afterwards. */
  mark(words: Iterable<number>): void {
    for (const word of words) this.#marks[word] = 1;
  }

  unmark(words: Iterable<number>): void {
    for (const word of words) this.#marks[word] = 0;
  }

  /** Weight of the marked words that a text in parts has, each once. */
  marked(parts: readonly Words[]): number {
    const text = ++this.#texts;
    let both = 0;
    for (const words of parts) {
      for (let at = 0; at < words.length; at++) {
        const word = words[at]!;
        if (this.#marks[word] === 0 || this.#met[word] === text) continue;
        this.#met[word] = text;
        both += this.rarity[word]!;
      }
    }
    return both;
  }

  /** Share of the words of a text that are marked. */
  share(words: Words): number {
    let both = 0;
    for (const word of words) if (this.#marks[word] !== 0) both++;
    return both / words.length;
  }
}
