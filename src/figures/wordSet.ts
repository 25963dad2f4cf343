/** Words to be found at a place of a text, forwards or backwards; the longest counts. */
export interface WordSet {
  /** Length of the longest word that starts at `at` and ends by `end`; 0 where none does. */
  at(text: string, at: number, end: number): number;
  /** Length of the longest word that ends right before `end` and does not start before `start`; 0 where none does. */
  before(text: string, start: number, end: number): number;
}

/** Words begin and end with a Han character; no more than these are looked up. */
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

interface Entry {
  readonly word: string;
  readonly length: number;
  /** The UTF-16 unit beside the one it is looked up by; 0 where it has one only. */
  readonly beside: number;
}

/** Entries by the first or the last UTF-16 unit, longest first: `lists[slots[code - FIRST_HAN]]`, slot 0 for none. */
interface Index {
  readonly slots: Uint16Array;
  readonly lists: readonly (readonly Entry[])[];
}

/** `key` and `beside` are places in a word, as `String.at` takes them. */
function indexBy(words: readonly string[], key: 0 | -1, beside: 1 | -2): Index {
  const slots = new Uint16Array(LAST_HAN - FIRST_HAN + 1);
  const lists: Entry[][] = [[]];
  for (const word of words) {
    const place = word.at(key)!.charCodeAt(0) - FIRST_HAN;
    if (slots[place] === 0) slots[place] = lists.push([]) - 1;
    lists[slots[place]!]!.push({ word, length: word.length, beside: word.at(beside)?.charCodeAt(0) ?? 0 });
  }
  for (const list of lists) list.sort((a, b) => b.length - a.length);
  return { slots, lists };
}

/** The characters that words begin with, to tell soon where none does. */
export function firstsOf(words: readonly string[]): string {
  return words.map((word) => word[0]).join('');
}

/** Builds the look-up on first use, so that loading a list of words costs nothing. */
export function wordSet(words: readonly string[]): WordSet {
  let byFirst: Index | undefined;
  let byLast: Index | undefined;
  return {
    at(text, at, end) {
      const { slots, lists } = (byFirst ??= indexBy(words, 0, 1));
      const place = text.charCodeAt(at) - FIRST_HAN;
      // Most characters begin no word. The comparison is false for NaN, behind the end of the text.
      if (!(place >= 0 && place < slots.length) || slots[place] === 0) return 0;
      const next = text.charCodeAt(at + 1);
      for (const { word, length, beside } of lists[slots[place]!]!) {
        if (at + length > end || (beside !== 0 && beside !== next)) continue;
        if (length <= 2 || text.startsWith(word, at)) return length;
      }
      return 0;
    },
    before(text, start, end) {
      const { slots, lists } = (byLast ??= indexBy(words, -1, -2));
      const place = text.charCodeAt(end - 1) - FIRST_HAN;
      if (!(place >= 0 && place < slots.length) || slots[place] === 0) return 0;
      const previous = text.charCodeAt(end - 2);
      for (const { word, length, beside } of lists[slots[place]!]!) {
        if (end - length < start || (beside !== 0 && beside !== previous)) continue;
        if (length <= 2 || text.endsWith(word, end)) return length;
      }
      return 0;
    },
  };
}
