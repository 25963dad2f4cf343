import { CLOSING, fold, isBlank, isHan, isLetterSpaced, PAUSE, SENTENCE_END, widthOf } from './characters';
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
  /** Share of Chinese characters. */
  readonly han: number;
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
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (start === end) return undefined;
  const raw = foldAll(text.slice(start, end));
  let solid = '';
  let width = 0;
  let blanks = 0;
  let han = 0;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (isBlank(code)) {
      blanks++;
      continue;
    }
    solid += raw[i]!;
    width += widthOf(code);
    if (isHan(code)) han++;
  }
  const indent = text.slice(from, start);
  return {
    number,
    start,
    end,
    text: solid,
    raw,
    width,
    indented: indent.includes('\u3000') || start - from >= 2,
    spread: isLetterSpaced(solid.length, blanks),
    ends: endsSentence(solid),
    pauses: PAUSE.has(solid.at(-1)!),
    han: han / solid.length,
    blanksBefore,
  };
}

const FULL_WIDTH = /[\uff01-\uff5e]/u;

function foldAll(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(fold(text.charCodeAt(i)));
  return folded;
}

/** Whether the text ends a sentence: a stop, or a stop before closing marks. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && CLOSING.has(text[at]!)) at--;
  return SENTENCE_END.has(text[at]!) || (text[at] === '…' && text[at - 1] === '…');
}
