import { isHan } from './characters';

/**
 * The pairs of neighbouring Chinese characters of a text, hashed to 16 bits, in order: its words, without a segmenter.
 * Two different pairs rarely share a hash (an article has some 1,500 pairs), and what they share weighs little.
 */
export type Words = Uint16Array;

const HASHES = 0x10000;
const MULTIPLIER = 0x9e3779b1;
/** More of the same word says no more. */
const MAX_COUNT = 3;

/** Words of a text. Linear. */
export function wordsOf(text: string): Words {
  const words = new Uint16Array(text.length);
  let length = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isHan(code)) {
      before = 0;
      continue;
    }
    if (before !== 0) words[length++] = Math.imul(before * 0x10000 + code, MULTIPLIER) >>> 16;
    before = code;
  }
  return words.subarray(0, length);
}

/** How rare words are among the pieces of a page: what every article says tells none apart. */
export class Wording {
  readonly #frequency = new Uint32Array(HASHES);
  readonly #seen = new Uint32Array(HASHES);
  readonly #counts = new Uint8Array(HASHES);
  readonly #others = new Uint8Array(HASHES);
  readonly #pieces: number;

  constructor(pieces: readonly (readonly Words[])[]) {
    this.#pieces = pieces.length;
    pieces.forEach((piece, index) => {
      for (const words of piece) {
        for (const word of words) {
          if (this.#seen[word] === index + 1) continue;
          this.#seen[word] = index + 1;
          this.#frequency[word]!++;
        }
      }
    });
  }

  /** 0 for a word that no piece has. */
  rarity(word: number): number {
    const frequency = this.#frequency[word]!;
    return frequency === 0 ? 0 : Math.log(1 + this.#pieces / frequency);
  }

  /** Words in common, weighed by rarity, per hundred words: about 6 within an article, about 1.5 between two. */
  cohesion(before: readonly Words[], after: readonly Words[]): number {
    let both = 0;
    let lengthBefore = 1;
    let lengthAfter = 1;
    for (const words of before) {
      lengthBefore += words.length;
      for (const word of words) if (this.#counts[word]! < MAX_COUNT) this.#counts[word]!++;
    }
    for (const words of after) {
      lengthAfter += words.length;
      for (const word of words) {
        if (this.#others[word]! >= this.#counts[word]!) continue;
        this.#others[word]!++;
        both += this.rarity(word);
      }
    }
    for (const words of before) for (const word of words) this.#counts[word] = 0;
    for (const words of after) for (const word of words) this.#others[word] = 0;
    return (100 * both) / Math.sqrt(lengthBefore * lengthAfter);
  }
}
