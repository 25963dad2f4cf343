import { isLetterSpaced } from './characters';
import {
  classes,
  CLOSES,
  COMMA,
  HAN,
  MARKED,
  marksOf,
  NARROW,
  PAIRED,
  PAUSES,
  PROSE,
  QUOTE,
  STOP,
  WORD,
} from './classes';
import { foldAll, solidOf, type SolidText } from './solid';
import type { PageText } from './text';

/** A line of the page that holds something, as a reader of layouts sees it. */
export interface Line {
  /** Without the blanks at its ends. */
  readonly start: number;
  readonly end: number;
  /** Where it begins in the solid text of the page. */
  readonly place: number;
  /** Its characters without any blanks, full-width digits and letters as ASCII. */
  readonly text: string;
  /** Its characters with blanks, trimmed, folded like `text`: `raw[i]` stands at `start + i`. */
  readonly raw: string;
  /** The classes that its characters have, see classes.ts. */
  readonly marks: number;
  /** Width in Chinese characters, without the typesetter's blanks between letters. */
  readonly width: number;
  /** Begins with two characters of white space or an ideographic blank. */
  readonly indented: boolean;
  /** Set with a blank after every character. */
  readonly spread: boolean;
  /** Ends a sentence, with or without closing marks behind the stop. */
  readonly ends: boolean;
  /** Ends with a mark after which the text goes on. */
  readonly pauses: boolean;
  /** Commas and semicolons. */
  readonly commas: number;
  /** Has the marks of running text: a comma, a stop, a pause. */
  readonly prose: boolean;
  /** Some quotation mark or bracket is opened and not closed, or closed and not opened. */
  readonly unbalanced: boolean;
  /** Blanks between two Chinese characters or quotations, as between phrases or names. */
  readonly gaps: number;
  /** Has a blank between two words of ASCII letters or digits that is no letter-spacing. */
  readonly spaced: boolean;
  /** Blank lines right before it. */
  readonly blanksBefore: number;
}

/** The lines of a page, and its text without blanks, in which every line has its place. */
export interface PageLines {
  readonly lines: readonly Line[];
  readonly solid: SolidText;
}

/** The lines that hold something. Linear. */
export function linesOf(page: PageText): PageLines {
  const solid = solidOf(page);
  const lines: Line[] = [];
  let blanks = 0;
  let place = 0;
  for (let number = 0; number < page.lineStarts.length; number++) {
    const end = solid.lineEnds[number]!;
    if (end === place) {
      blanks++;
      continue;
    }
    lines.push(lineFrom(page.text, solid, page.lineStarts[number]!, place, end, blanks));
    place = end;
    blanks = 0;
  }
  return { lines, solid };
}

/** Where neighbouring lines end in the solid text of the page. */
export function solidEnd(lines: readonly Line[]): number {
  const last = lines.at(-1)!;
  return last.place + last.text.length;
}

/** The line that begins at `from` and has the solid text from `place` to `last`. */
function lineFrom(
  page: string,
  solid: SolidText,
  from: number,
  place: number,
  last: number,
  blanksBefore: number,
): Line {
  const { codes, offsets } = solid;
  let narrow = 0;
  let commas = 0;
  let all = 0;
  for (let at = place; at < last; at++) {
    const code = codes[at]!;
    const bits = classes[code]!;
    if (bits & NARROW) narrow++;
    if (!(bits & MARKED)) continue;
    all |= marksOf[code]!;
    if (marksOf[code]! & COMMA) commas++;
  }
  const start = offsets[place]!;
  const end = offsets[last - 1]! + 1;
  const blanks = end - start - (last - place);
  const text = solid.text.slice(place, last);
  const spread = isLetterSpaced(text.length, blanks);
  const { gaps, words } = blanks === 0 ? NO_GAPS : gapsOf(solid, place, last);
  return {
    start,
    end,
    place,
    text,
    raw: blanks === 0 ? text : foldAll(page.slice(start, end)),
    marks: all,
    width: last - place - narrow / 2,
    indented: start - from >= 2 || (start > from && page.charCodeAt(from) === 0x3000),
    spread,
    ends: endsSentence(text),
    pauses: (marksOf[codes[last - 1]!]! & PAUSES) !== 0,
    commas,
    prose: (all & PROSE) !== 0,
    unbalanced: (all & PAIRED) !== 0 && isUnbalanced(codes, place, last),
    gaps,
    spaced: words && !spread,
    blanksBefore,
  };
}

/** What has a gap on its side where a blank is. */
const PHRASE = HAN | QUOTE;
const NO_GAPS = { gaps: 0, words: false };

/** How many blanks stand between phrases, and whether any stands between ASCII words. */
function gapsOf({ codes, offsets }: SolidText, from: number, to: number): { gaps: number; words: boolean } {
  let gaps = 0;
  let words = false;
  for (let at = from + 1; at < to; at++) {
    if (offsets[at]! - offsets[at - 1]! === 1) continue;
    const before = classes[codes[at - 1]!]!;
    const behind = classes[codes[at]!]!;
    if (before & PHRASE && behind & PHRASE) gaps++;
    if (before & behind & WORD) words = true;
  }
  return { gaps, words };
}

/** Marks that open, each followed by the one that closes. */
const PAIRS = Uint16Array.from('“”（）《》()', (mark) => mark.charCodeAt(0));

function isUnbalanced(codes: Uint16Array, from: number, to: number): boolean {
  const depths = [0, 0, 0, 0];
  for (let at = from; at < to; at++) {
    if (!(marksOf[codes[at]!]! & PAIRED)) continue;
    const mark = PAIRS.indexOf(codes[at]!);
    depths[mark >> 1]! += mark & 1 ? -1 : 1;
    if (depths[mark >> 1]! < 0) return true;
  }
  return depths.some((depth) => depth > 0);
}

const ELLIPSIS = 0x2026;

/** Whether the text ends a sentence: a stop, or a stop before closing marks. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && marksOf[text.charCodeAt(at)]! & CLOSES) at--;
  const code = text.charCodeAt(at);
  return (marksOf[code]! & STOP) !== 0 || (code === ELLIPSIS && text.charCodeAt(at - 1) === ELLIPSIS);
}
