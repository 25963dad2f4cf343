import {
  CLOSING,
  fold,
  isAsciiWord,
  isBlank,
  isDigit,
  isHan,
  isLineEnd,
  PAUSE,
  SENTENCE_END,
  widthOf,
} from './characters';

/** What a character is for the loops that look at every one of a page, as bits. */
export const BLANK = 1 << 0;
export const LINE_END = 1 << 1;
export const HAN = 1 << 2;
/** Half as wide as a Chinese character, full-width forms as their ASCII ones. */
export const NARROW = 1 << 3;
/** A full-width form that is read as its ASCII one. */
export const FULL_WIDTH = 1 << 4;
/** Digits, full-width ones too. */
export const DIGIT = 1 << 5;
/** Comma or semicolon. */
export const COMMA = 1 << 6;
/** A mark of running text. */
export const PROSE = 1 << 7;
/** A quotation mark or bracket of a pair. */
export const PAIRED = 1 << 8;
/** Ends a sentence; may follow the end of one and belong to it; the line goes on behind it. */
export const STOP = 1 << 9;
export const CLOSES = 1 << 10;
export const PAUSES = 1 << 11;
/** A round bracket that opens. */
export const BRACKET = 1 << 12;
export const COLON = 1 << 13;
/** Colons and strokes: behind what somebody did stands the name. */
export const NAMING = 1 << 14;
/** No list of names has it. */
export const UNNAMED = 1 << 15;
/** Without one of these a line is no picture's credit, no dateline, no name with a role, does not lead elsewhere. */
export const CREDIT = 1 << 16;
export const WIRE = 1 << 17;
export const ROLE = 1 << 18;
export const EDITION = 1 << 19;
/** Of those who answer for the page. */
export const DUTY = 1 << 20;
/** With which news, or paragraphs, begin. */
export const OPENS_NEWS = 1 << 21;
export const OPENS_BODY = 1 << 22;
/** Quotation mark or title mark, which may stand beside a blank that parts phrases. */
export const QUOTE = 1 << 23;
/** Letters and digits of ASCII, full-width ones too. */
export const WORD = 1 << 24;
/** Without one of these there is no word for what somebody did. */
export const ROLE_WORD = 1 << 25;

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
  [UNNAMED, '，。；！？“”《》（）()'],
  [CREDIT, '摄攝图圖供'],
  [WIRE, '讯訊电電息'],
  [ROLE, '者员員文图圖摄攝生作稿'],
  [ROLE_WORD, '员員者生摄攝图圖文整采综綜'],
  [EDITION, '版'],
  [DUTY, '责責'],
  [OPENS_NEWS, '近日连連今去目当當眼如记記截据據入'],
  [OPENS_BODY, '“"‘「为在自据随记这這他她我'],
  [QUOTE, '“”《》'],
];

/** The bits of every UTF-16 unit. */
export const classes = classify();

function classify(): Uint32Array {
  const table = new Uint32Array(0x10000);
  for (let code = 0; code < table.length; code++) {
    let bits = 0;
    if (isBlank(code)) bits |= BLANK;
    if (isLineEnd(code)) bits |= LINE_END;
    if (isHan(code)) bits |= HAN;
    if (widthOf(fold(code)) < 1) bits |= NARROW;
    if (fold(code) !== code) bits |= FULL_WIDTH;
    if (isDigit(fold(code))) bits |= DIGIT | UNNAMED | OPENS_NEWS | OPENS_BODY;
    if (isAsciiWord(fold(code))) bits |= WORD;
    table[code] = bits;
  }
  for (const [bit, characters] of MEMBERS) {
    for (const character of characters) table[character.charCodeAt(0)]! |= bit;
  }
  return table;
}
