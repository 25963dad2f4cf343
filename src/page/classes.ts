import { CLOSING, fold, isAsciiWord, isBlank, isHan, isLineEnd, PAUSE, SENTENCE_END, widthOf } from './characters';

/** What a character is for the loops that look at every one of a page, as bits. */
export const BLANK = 1;
export const LINE_END = 2;
export const HAN = 4;
/** Half as wide as a Chinese character, full-width forms as their ASCII ones. */
export const NARROW = 8;
/** A full-width form that is read as its ASCII one. */
export const FULL_WIDTH = 16;
/** Letters and digits of ASCII, full-width ones too. */
export const WORD = 32;
/** Quotation mark or title mark, which may stand beside a blank that parts phrases. */
export const QUOTE = 64;
/** Has marks. */
export const MARKED = 128;

/**
 * What a character may be a sign of, as bits: a line without the bit needs no look for the sign. Few characters are
 * marked.
 */
/** Comma or semicolon. */
export const COMMA = 1 << 0;
/** A mark of running text. */
export const PROSE = 1 << 1;
/** A quotation mark or bracket of a pair. */
export const PAIRED = 1 << 2;
/** Ends a sentence; may follow the end of one and belong to it; the line goes on behind it. */
export const STOP = 1 << 3;
export const CLOSES = 1 << 4;
export const PAUSES = 1 << 5;
/** A round bracket that opens. */
export const BRACKET = 1 << 6;
export const COLON = 1 << 7;
/** Colons and strokes: behind what somebody did stands the name. */
export const NAMING = 1 << 8;
/** No list of names has it. */
export const UNNAMED = 1 << 9;
/** Without one of these a line is no picture's credit, no dateline, no name with a role, does not lead elsewhere. */
export const CREDIT = 1 << 10;
export const WIRE = 1 << 11;
export const ROLE = 1 << 12;
export const EDITION = 1 << 13;
/** Of those who answer for the page. */
export const DUTY = 1 << 14;
/** With which news, or paragraphs, begin. */
export const OPENS_NEWS = 1 << 15;
export const OPENS_BODY = 1 << 16;
/** Without one of these there is no word for what somebody did. */
export const ROLE_WORD = 1 << 17;
/** At the end of a line: speech follows; a paragraph may begin although no sentence ended; an exclamation. */
export const LEADS_TO_SPEECH = 1 << 18;
export const LEADS_ON = 1 << 19;
export const EXCLAIMS = 1 << 20;

const DIGITS = '0123456789０１２３４５６７８９';
const MEMBERS: readonly (readonly [bit: number, characters: Iterable<string>])[] = [
  [COMMA, '，；,;'],
  [PROSE, '，。；、'],
  [PAIRED, '“”（）《》()'],
  [STOP, SENTENCE_END],
  [CLOSES, CLOSING],
  [PAUSES, PAUSE],
  [BRACKET, '（('],
  [COLON, '：'],
  [NAMING, '：:／/'],
  [UNNAMED, `，。；！？“”《》（）()${DIGITS}`],
  [CREDIT, '摄攝图圖供'],
  [WIRE, '讯訊电電息'],
  [ROLE, '者员員文图圖摄攝生作稿'],
  [EDITION, '版'],
  [DUTY, '责責'],
  [OPENS_NEWS, `近日连連今去目当當眼如记記截据據入${DIGITS}`],
  [OPENS_BODY, `“"‘「为在自据随记這这他她我${DIGITS}`],
  [LEADS_TO_SPEECH, '：:，,、'],
  [LEADS_ON, '：—…'],
  [EXCLAIMS, '！？!?'],
  [ROLE_WORD, '员員者生摄攝图圖文整采综綜'],
];

/** The marks of every UTF-16 unit. */
export const marksOf = marksOfAll();
/** The bits of every UTF-16 unit. One byte each, so that a page's characters stay in the fastest memory. */
export const classes = classify();

function marksOfAll(): Uint32Array {
  const table = new Uint32Array(0x10000);
  for (const [bit, characters] of MEMBERS) {
    for (const character of characters) table[character.charCodeAt(0)]! |= bit;
  }
  return table;
}

function classify(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < table.length; code++) {
    let bits = 0;
    if (isBlank(code)) bits |= BLANK;
    if (isLineEnd(code)) bits |= LINE_END;
    if (isHan(code)) bits |= HAN;
    if (widthOf(fold(code)) < 1) bits |= NARROW;
    if (fold(code) !== code) bits |= FULL_WIDTH;
    if (isAsciiWord(fold(code))) bits |= WORD;
    if (marksOf[code] !== 0) bits |= MARKED;
    table[code] = bits;
  }
  for (const mark of '“”《》') table[mark.charCodeAt(0)]! |= QUOTE;
  return table;
}
