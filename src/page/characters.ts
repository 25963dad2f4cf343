/** Classes of characters that typesetting and prose tell apart. All take one UTF-16 unit. */

export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xf900 && code <= 0xfaff);

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isAsciiWord = (code: number): boolean =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Blanks that a typesetter puts between characters: ASCII, no-break, en to hair, ideographic, zero-width. */
export const isBlank = (code: number): boolean =>
  code === 32 ||
  code === 9 ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x202f ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 12;

export const isLineEnd = (code: number): boolean => code === 10;

/** Marks that end a sentence. */
export const SENTENCE_END = new Set('。！？!?');
/** Marks that may follow the end of a sentence and belong to it. */
export const CLOSING = new Set('”’」』）)》】〉');
/** Marks after which the line goes on. */
export const PAUSE = new Set('，、；,;');

/** How wide a character is set, in the width of a Chinese character. */
export const widthOf = (code: number): number => (code < 0x2e80 && !isWidePunctuation(code) ? 0.5 : 1);

/** Quotation marks, dashes and dots that Chinese type sets as wide as a character. */
const isWidePunctuation = (code: number): boolean =>
  code === 0x201c || code === 0x201d || code === 0x2018 || code === 0x2019 || code === 0x2014 || code === 0x2026;

/** Full-width forms that occur inside numbers and names, folded to ASCII one to one; other units as they are. */
export function fold(code: number): number {
  if (code >= 0xff10 && code <= 0xff19) return code - 0xfee0;
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return code - 0xfee0;
  if (code === 0xff05 || code === 0xff0e || code === 0xff0b || code === 0xff0d) return code - 0xfee0;
  return code;
}

/** Whether a line with so many characters and so many blanks is set with a blank after every character. */
export const isLetterSpaced = (solid: number, blanks: number): boolean => solid >= 5 && blanks >= solid * 0.6;
