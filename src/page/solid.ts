import { fold } from './characters';
import { BLANK, classes, FULL_WIDTH, LINE_END } from './classes';
import type { PageText } from './text';

/** The characters of a page without blanks and line ends, full-width digits and letters as ASCII. */
export interface SolidText {
  readonly text: string;
  /** The UTF-16 units of the text: loops over the whole page take them from here. */
  readonly codes: Uint16Array;
  /** The page offset of every unit; ascending. */
  readonly offsets: Int32Array;
  /** Where every line of the page ends in the text. */
  readonly lineEnds: Int32Array;
}

/** The solid text of a page. A surrogate without its other half becomes U+FFFD. Linear. */
export function solidOf({ text: page, lineStarts }: PageText): SolidText {
  const codes = new Uint16Array(page.length);
  const offsets = new Int32Array(page.length);
  const lineEnds = new Int32Array(lineStarts.length);
  let line = 0;
  let length = 0;
  for (let at = 0; at < page.length; at++) {
    const code = page.charCodeAt(at);
    const bits = classes[code]!;
    if (bits & (BLANK | LINE_END)) {
      if (bits & LINE_END) lineEnds[line++] = length;
      continue;
    }
    codes[length] = bits & FULL_WIDTH ? fold(code) : code;
    offsets[length++] = at;
  }
  lineEnds[line] = length;
  const solid = codes.subarray(0, length);
  const text = new TextDecoder('utf-16le').decode(solid);
  return { text, codes: solid, offsets: offsets.subarray(0, length), lineEnds };
}

/** A text with full-width digits and letters as ASCII. */
export function foldAll(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!(classes[code]! & FULL_WIDTH)) continue;
    folded += text.slice(from, at) + String.fromCharCode(fold(code));
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}
