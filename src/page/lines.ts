import { fold, isLetterSpaced } from './characters';
import {
  BLANK,
  classes,
  CLOSES,
  COMMA,
  FULL_WIDTH,
  HAN,
  NARROW,
  PAIRED,
  PAUSES,
  PROSE,
  QUOTE,
  STOP,
  WORD,
} from './classes';
import type { PageText } from './text';

/** A line of the page that holds something, as a reader of layouts sees it. */
export interface Line {
  /** 0-based line of the page. */
  readonly number: number;
  /** Without the blanks at its ends. */
  readonly start: number;
  readonly end: number;
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

/** The lines that hold something. Linear. */
export function linesOf(page: PageText): readonly Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  const { text, lineStarts } = page;
  for (let number = 0; number < lineStarts.length; number++) {
    const from = lineStarts[number]!;
    const next = lineStarts[number + 1];
    const line = lineFrom(text, number, from, next === undefined ? text.length : next - 1, blanks);
    if (line) {
      lines.push(line);
      blanks = 0;
    } else blanks++;
  }
  return lines;
}

function lineFrom(text: string, number: number, from: number, to: number, blanksBefore: number): Line | undefined {
  let start = from;
  let end = to;
  while (start < end && classes[text.charCodeAt(start)]! & BLANK) start++;
  while (end > start && classes[text.charCodeAt(end - 1)]! & BLANK) end--;
  if (start === end) return undefined;
  let width = 0;
  let blanks = 0;
  let commas = 0;
  let all = 0;
  let gaps = 0;
  let spaced = false;
  let before = 0;
  for (let at = start; at < end; at++) {
    const bits = classes[text.charCodeAt(at)]!;
    if (bits & BLANK) {
      blanks++;
      before |= BLANK;
      continue;
    }
    all |= bits;
    width += bits & NARROW ? 0.5 : 1;
    if (bits & COMMA) commas++;
    // Only blanks stand between two phrases.
    if (before & BLANK) {
      if (before & PHRASE && bits & PHRASE) gaps++;
      if (before & WORD && bits & WORD) spaced = true;
    }
    before = bits;
  }
  const slice = text.slice(start, end);
  const raw = all & FULL_WIDTH ? foldAll(slice) : slice;
  const solid = blanks > 0 ? withoutBlanks(raw) : raw;
  const spread = isLetterSpaced(solid.length, blanks);
  return {
    number,
    start,
    end,
    text: solid,
    raw,
    marks: all,
    width,
    indented: start - from >= 2 || (start > from && text.charCodeAt(from) === 0x3000),
    spread,
    ends: endsSentence(solid),
    pauses: (classes[text.charCodeAt(end - 1)]! & PAUSES) !== 0,
    commas,
    prose: (all & PROSE) !== 0,
    unbalanced: (all & PAIRED) !== 0 && isUnbalanced(solid),
    gaps,
    spaced: spaced && !spread,
    blanksBefore,
  };
}

/** What has a gap on its side where a blank is. */
const PHRASE = HAN | QUOTE;

function withoutBlanks(raw: string): string {
  let solid = '';
  let from = 0;
  for (let at = 0; at <= raw.length; at++) {
    if (at < raw.length && !(classes[raw.charCodeAt(at)]! & BLANK)) continue;
    if (at > from) solid += raw.slice(from, at);
    from = at + 1;
  }
  return solid;
}

function foldAll(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!(classes[code]! & FULL_WIDTH)) continue;
    folded += text.slice(from, at) + String.fromCharCode(fold(code));
    from = at + 1;
  }
  return folded + text.slice(from);
}

const PAIRS: readonly (readonly [open: number, close: number])[] = ['“”', '（）', '《》', '()'].map(
  (pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const,
);

function isUnbalanced(text: string): boolean {
  for (const [open, close] of PAIRS) {
    let depth = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === open) depth++;
      else if (code === close && --depth < 0) return true;
    }
    if (depth !== 0) return true;
  }
  return false;
}

const ELLIPSIS = 0x2026;

/** Whether the text ends a sentence: a stop, or a stop before closing marks. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && classes[text.charCodeAt(at)]! & CLOSES) at--;
  const code = text.charCodeAt(at);
  return (classes[code]! & STOP) !== 0 || (code === ELLIPSIS && text.charCodeAt(at - 1) === ELLIPSIS);
}
