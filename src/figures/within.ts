/**
 * Searches that stop at a bound. `String.indexOf` runs on to the end of the text, which makes a pass over a long text
 * without the character quadratic.
 */

/** Offset of the first `char` (one UTF-16 unit) in [from, to), or -1. */
export function firstWithin(text: string, char: string, from: number, to: number): number {
  const code = char.charCodeAt(0);
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}

/** Offset of the last `char` (one UTF-16 unit) in [from, to), or -1. */
export function lastWithin(text: string, char: string, from: number, to: number): number {
  const code = char.charCodeAt(0);
  for (let at = to - 1; at >= from; at--) if (text.charCodeAt(at) === code) return at;
  return -1;
}
