import { classes, HAN } from './classes';

/**
 * The pairs of neighbouring Chinese characters of a text, hashed to 16 bits, in order: its words, without a segmenter.
 * Two different pairs rarely share a hash (an article has some 1,500 pairs), and what they share weighs little.
 */
export type Words = Uint16Array;

const HASHES = 0x10000;
const MULTIPLIER = 0x9e3779b1;
/** More of the same word says no more. */
const MAX_COUNT = 3;
/** Pieces of a full page: in a file of many pages a word is no rarer than in one. */
const USUAL_PIECES = 40;

/** Words of a text. Linear. */
export function wordsOf(text: string): Words {
  return wordsOfAll([text])[0]!;
}

/** Words of several texts, in one piece of memory. Linear. */
export function wordsOfAll(texts: readonly string[]): readonly Words[] {
  const words = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0));
  let length = 0;
  return texts.map((text) => {
    const from = length;
    length = fill(words, from, text);
    return words.subarray(from, length);
  });
}

function fill(words: Uint16Array, from: number, text: string): number {
  let length = from;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((classes[code]! & HAN) === 0) {
      before = 0;
      continue;
    }
    if (before !== 0) words[length++] = Math.imul(before * 0x10000 + code, MULTIPLIER) >>> 16;
    before = code;
  }
  return length;
}

/** How rare words are among the pieces of a page: what every article says tells none apart. */
export class Wording {
  /** Rarity of a word that only one piece has. */
  readonly rarest: number;
  readonly #rarity = new Float32Array(HASHES);
  readonly #marks = new Uint8Array(HASHES);
  /** How often a word was met in the text that is looked at: the text's number times 4, plus the count. */
  readonly #used = new Uint32Array(HASHES);
  #texts = 0;

  constructor(pieces: readonly (readonly Words[])[]) {
    this.rarest = Math.log(1 + Math.min(pieces.length, USUAL_PIECES));
    const frequency = new Uint32Array(HASHES);
    const seen = new Uint32Array(HASHES);
    pieces.forEach((piece, index) => {
      for (const words of piece) {
        for (const word of words) {
          if (seen[word] === index + 1) continue;
          seen[word] = index + 1;
          frequency[word]!++;
        }
      }
    });
    for (let word = 0; word < HASHES; word++) {
      const share = pieces.length / frequency[word]!;
      if (frequency[word]! > 0) this.#rarity[word] = Math.log(1 + Math.min(share, USUAL_PIECES));
    }
  }

  /** 0 for a word that no piece has. */
  rarity(word: number): number {
    return this.#rarity[word]!;
  }

  /** Marks the words of a text, for {@link marked}; {@link unmark} the same text afterwards. */
  mark(words: Words): void {
    for (const word of words) if (this.#marks[word]! < MAX_COUNT) this.#marks[word]!++;
  }

  unmark(words: Words): void {
    for (const word of words) this.#marks[word] = 0;
  }

  /** Weight of the words that a text has in common with the marked one, each as often as both have it. */
  marked(words: Words): number {
    const none = ++this.#texts * (MAX_COUNT + 1);
    const marks = this.#marks;
    const used = this.#used;
    let both = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      const most = marks[word]!;
      if (most === 0) continue;
      const count = used[word]! >= none ? used[word]! - none : 0;
      if (count >= most) continue;
      used[word] = none + count + 1;
      both += this.#rarity[word]!;
    }
    return both;
  }

  /** Weight of the marked words that a text in parts has, each once. */
  markedOnce(parts: readonly Words[]): number {
    const none = ++this.#texts * (MAX_COUNT + 1);
    let both = 0;
    for (const words of parts) {
      for (const word of words) {
        if (this.#marks[word] === 0 || this.#used[word]! >= none) continue;
        this.#used[word] = none;
        both += this.#rarity[word]!;
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
