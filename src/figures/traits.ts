import { Part, partOf } from './numeralChars';
import { isTraditional } from './traditional';

/** What stands in a text at all, as bits: most paragraphs need not be searched for most things. */
export const Trait = {
  /** A character of a numeral, or one that opens a figure. */
  Number: 1,
  Traditional: 2,
  Blank: 4,
} as const;

let traits: Uint8Array | undefined;

/** Built on first use, so that loading the module costs nothing. */
function table(): Uint8Array {
  const found = new Uint8Array(0x10000);
  for (let code = 0; code < found.length; code++) {
    if (partOf(code) !== Part.None) found[code]! |= Trait.Number;
    if (isTraditional(code)) found[code]! |= Trait.Traditional;
  }
  found[' '.charCodeAt(0)] = Trait.Blank;
  return found;
}

/** The traits of all characters of a text together. Linear. */
export function traitsOf(text: string): number {
  const of = (traits ??= table());
  let seen = 0;
  for (let at = 0; at < text.length; at++) seen |= of[text.charCodeAt(at)]!;
  return seen;
}
