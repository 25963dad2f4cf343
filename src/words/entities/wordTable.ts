/** A set of words that is asked which of them ends, or begins, at a place of a text; the longest wins. */
export class WordTable {
  readonly #byLast = new Map<string, string[]>();
  readonly #byFirst = new Map<string, string[]>();

  /** @param words Separated by blanks. */
  constructor(words: string) {
    const all = [...new Set(words.split(/\s+/u).filter((word) => word !== ''))].sort((a, b) => b.length - a.length);
    for (const word of all) {
      push(this.#byLast, word.at(-1)!, word);
      push(this.#byFirst, word[0]!, word);
    }
  }

  /** The longest word that ends right before an offset; '' where none does. */
  endingAt(text: string, end: number): string {
    return this.#byLast.get(text[end - 1] ?? '')?.find((word) => text.endsWith(word, end)) ?? '';
  }

  /** The longest word that begins at an offset; '' where none does. */
  startingAt(text: string, start: number): string {
    return this.#byFirst.get(text[start] ?? '')?.find((word) => text.startsWith(word, start)) ?? '';
  }
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const words = map.get(key);
  if (words) words.push(word);
  else map.set(key, [word]);
}
