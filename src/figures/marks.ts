/**
 * Classes of punctuation as bits of one table, so that loops over a page compare numbers: taking a character out of a
 * Chinese string by index makes a new string every time.
 */
const SENTENCE = 1;
const CLAUSE = 2;
const LIST = 4;
const SEMICOLON = 8;

const classes = new Uint8Array(0x10000);
const enter = (mark: number, chars: string): void => {
  for (let at = 0; at < chars.length; at++) {
    const code = chars.charCodeAt(at);
    classes[code] = (classes[code] ?? 0) | mark;
  }
};
enter(SENTENCE, '。！？!?');
enter(CLAUSE, '，。；：！？（）()“”《》…—,;!?');
enter(LIST, '、');
enter(SEMICOLON, '；;');

/** The classes of a UTF-16 unit; none for NaN (behind the end of a text), which `&` makes a 0. */
const classOf = (code: number): number => classes[code & 0xffff]!;

/** Whether a sentence ends at this UTF-16 unit. */
export const endsSentence = (code: number): boolean => (classOf(code) & SENTENCE) !== 0;

/** Whether a clause ends at this UTF-16 unit: all stops, brackets and quotation marks. */
export const endsClause = (code: number): boolean => (classOf(code) & CLAUSE) !== 0;

/** Whether this UTF-16 unit ends a clause or parts the members of a list. */
export const endsMember = (code: number): boolean => (classOf(code) & (CLAUSE | LIST)) !== 0;

export const isListSign = (code: number): boolean => (classOf(code) & LIST) !== 0;

/** Whether a sentence or a part of it marked off by a semicolon ends in [from, to). */
export function hasSentenceEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((classOf(text.charCodeAt(at)) & (SENTENCE | SEMICOLON)) !== 0) return true;
  return false;
}

/** One bit for every UTF-16 unit, set for those of `chars`: `bits[code >> 3] & (1 << (code & 7))`. */
export function bitsOf(chars: string): Uint8Array {
  const bits = new Uint8Array(0x10000 >> 3);
  for (let at = 0; at < chars.length; at++) {
    const code = chars.charCodeAt(at);
    bits[code >> 3] = bits[code >> 3]! | (1 << (code & 7));
  }
  return bits;
}

/** A test for membership in a set of UTF-16 units. */
export function codesOf(chars: string): (code: number) => boolean {
  const bits = bitsOf(chars);
  return (code) => (bits[(code & 0xffff) >> 3]! & (1 << (code & 7))) !== 0;
}

/**
 * A table of characters with those that may stand beside each, asked by UTF-16 units: `has(a, b)` where `b` is among
 * `table[a]`, `knows(a)` where `a` has an entry at all.
 */
export function neighbours(table: Readonly<Record<string, string>>): {
  readonly knows: (code: number) => boolean;
  readonly has: (code: number, neighbour: number) => boolean;
} {
  const knows = codesOf(Object.keys(table).join(''));
  const byCode = new Map(
    Object.entries(table).map(([char, beside]) => [
      char.charCodeAt(0),
      new Set(Array.from(beside, (other) => other.charCodeAt(0))),
    ]),
  );
  return { knows, has: (code, neighbour) => knows(code) && byCode.get(code)!.has(neighbour) };
}

/** The range signs between two numbers: 5至6公里, 2-3级, 3%～5%. */
export const isTo = codesOf('至到-－—–―~～');
