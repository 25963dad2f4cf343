import { fold, isBlank, isLineEnd } from '../page/characters';

/** What a text says, whatever its blanks, line ends and widths: full-width digits and letters are ASCII. */
export interface SolidText {
  readonly text: string;
  /** Offset into the original of every UTF-16 unit of `text`; ascending. */
  readonly offsets: Int32Array;
}

/** The solid form of a text. Linear. */
export function solidOf(text: string): SolidText {
  const offsets = new Int32Array(text.length);
  const codes = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || isLineEnd(code) || code === 13) continue;
    offsets[length] = at;
    codes[length++] = fold(code);
  }
  return { text: decode(codes.subarray(0, length)), offsets: offsets.subarray(0, length) };
}

/** How many solid units stand before an offset of the original. Logarithmic. */
export function solidBefore({ offsets }: SolidText, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** More arguments than this overflow the stack. */
const CHUNK = 8192;

function decode(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) {
    text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  }
  return text;
}
