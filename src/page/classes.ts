import { fold, isBlank, isHan, isLineEnd, widthOf } from './characters';

/** What a character is for the loops that look at every one of a page, as bits. */
export const BLANK = 1;
export const LINE_END = 2;
export const HAN = 4;
/** Half as wide as a Chinese character, full-width forms as their ASCII ones. */
export const NARROW = 8;
/** A full-width form that is read as its ASCII one. */
export const FULL_WIDTH = 16;
/** Comma or semicolon. */
export const COMMA = 32;
/** A mark of running text. */
export const PROSE = 64;
/** A quotation mark or bracket of a pair. */
export const PAIRED = 128;

/** The bits of every UTF-16 unit. */
export const classes = classify();

function classify(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < table.length; code++) {
    let bits = 0;
    if (isBlank(code)) bits |= BLANK;
    if (isLineEnd(code)) bits |= LINE_END;
    if (isHan(code)) bits |= HAN;
    if (widthOf(fold(code)) < 1) bits |= NARROW;
    if (fold(code) !== code) bits |= FULL_WIDTH;
    table[code] = bits;
  }
  for (const mark of '，；,;') table[mark.charCodeAt(0)]! |= COMMA;
  for (const mark of '，。；、') table[mark.charCodeAt(0)]! |= PROSE;
  for (const mark of '“”（）《》()') table[mark.charCodeAt(0)]! |= PAIRED;
  return table;
}
