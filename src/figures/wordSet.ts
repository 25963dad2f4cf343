import { bitsOf } from './marks';

/** Words to be found at a place of a text, forwards or backwards; the longest counts. */
export interface WordSet {
  /** Length of the longest word that starts at `at` and ends by `end`; 0 where none does. */
  at(text: string, at: number, end: number): number;
  /** Length of the longest word that ends right before `end` and does not start before `start`; 0 where none does. */
  before(text: string, start: number, end: number): number;
}

/** Builds the look-up on first use, so that loading a list of words costs nothing. */
export function wordSet(words: readonly string[]): WordSet {
  let byFirst: Map<number, string[]> | undefined;
  let byLast: Map<number, string[]> | undefined;
  const index = (keyOf: (word: string) => number): Map<number, string[]> => {
    const map = new Map<number, string[]>();
    for (const word of words) {
      const list = map.get(keyOf(word));
      if (list) list.push(word);
      else map.set(keyOf(word), [word]);
    }
    for (const list of map.values()) list.sort((a, b) => b.length - a.length);
    return map;
  };
  // Most characters begin and end no word: a bit says so before the map is asked.
  const firsts = bitsOf(words.map((word) => word[0]).join(''));
  const lasts = bitsOf(words.map((word) => word.at(-1)).join(''));
  return {
    at(text, at, end) {
      const code = text.charCodeAt(at);
      if ((firsts[(code & 0xffff) >> 3]! & (1 << (code & 7))) === 0) return 0;
      byFirst ??= index((word) => word.charCodeAt(0));
      const list = byFirst.get(code);
      if (list === undefined) return 0;
      for (const word of list) if (at + word.length <= end && text.startsWith(word, at)) return word.length;
      return 0;
    },
    before(text, start, end) {
      const code = text.charCodeAt(end - 1);
      if ((lasts[(code & 0xffff) >> 3]! & (1 << (code & 7))) === 0) return 0;
      byLast ??= index((word) => word.charCodeAt(word.length - 1));
      const list = byLast.get(code);
      if (list === undefined) return 0;
      for (const word of list) if (end - word.length >= start && text.endsWith(word, end)) return word.length;
      return 0;
    },
  };
}
