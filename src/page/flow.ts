import { fold, isAsciiWord, isLetterSpaced } from './characters';
import { BLANK, classes, FULL_WIDTH, LINE_END } from './classes';
import { type Line, solidEnd } from './lines';
import type { Span } from './model';
import type { SolidText } from './solid';

/**
 * Text of a paragraph as it would be read aloud: no line breaks, no blanks that only the typesetting put there,
 * full-width letters, digits and ％ ． folded to ASCII one to one. `text[i]` stands at `offsets[i]` of the page text.
 */
export interface FlowText {
  readonly text: string;
  /** Page offset of every UTF-16 unit of `text`; ascending. */
  readonly offsets: Int32Array;
}

/** The page span of `flow.text.slice(start, end)`; an empty slice gives an empty span. */
export function toPage(flow: FlowText, start: number, end: number): Span {
  const from = flow.offsets[Math.min(start, flow.offsets.length - 1)] ?? 0;
  return { start: from, end: end > start ? flow.offsets[end - 1]! + 1 : from };
}

/**
 * The flow text of some spans of the page, in order. A blank between two ASCII words stays as one blank, so that
 * "ISO 9001" does not become one word; so does a line break between two digit runs. Linear.
 */
export function flowOf(text: string, spans: readonly Span[]): FlowText {
  const size = spans.reduce((sum, span) => sum + span.end - span.start + 1, 0);
  const offsets = new Int32Array(size);
  let flow = '';
  let length = 0;
  let last = 0;
  for (const span of spans) {
    for (let start = span.start; start < span.end;) {
      const end = lineEndAfter(text, start, span.end);
      const spread = isSpread(text, start, end);
      let gap = true;
      for (let at = start; at < end;) {
        const bits = classes[text.charCodeAt(at)]!;
        if (bits & (BLANK | LINE_END)) {
          if (!spread) gap = true;
          at++;
          continue;
        }
        const first = fold(text.charCodeAt(at));
        if (gap && length > 0 && isAsciiWord(last) && isAsciiWord(first)) {
          flow += ' ';
          offsets[length++] = at - 1;
        }
        gap = false;
        let stop = at + 1;
        if (bits & FULL_WIDTH) flow += String.fromCharCode(first);
        else {
          while (stop < end && (classes[text.charCodeAt(stop)]! & BREAKS) === 0) stop++;
          flow += text.slice(at, stop);
        }
        for (; at < stop; at++) offsets[length++] = at;
        last = fold(text.charCodeAt(stop - 1));
      }
      start = end + 1;
    }
  }
  return { text: flow, offsets: offsets.subarray(0, length) };
}

/** As {@link flowOf}, of neighbouring lines of the page, which is much cheaper. */
export function flowOfLines(text: string, solid: SolidText, lines: readonly Line[]): FlowText {
  if (keepsBlanks(lines)) return flowOf(text, lines);
  const from = lines[0]!.place;
  const to = solidEnd(lines);
  return { text: copyOf(solid.text, from, to), offsets: solid.offsets.subarray(from, to) };
}

/**
 * A part of a text as a text of its own: engines keep a slice as a reference, and all that reads its characters one by
 * one pays for the way through it.
 */
function copyOf(text: string, from: number, to: number): string {
  return [text.slice(from, from + 1), text.slice(from + 1, to)].join('');
}

/** Whether there is a blank that stays one: in a line, or between two. */
function keepsBlanks(lines: readonly Line[]): boolean {
  let last = 0;
  for (const { spaced, text } of lines) {
    if (spaced || (isAsciiWord(last) && isAsciiWord(text.charCodeAt(0)))) return true;
    last = text.charCodeAt(text.length - 1);
  }
  return false;
}

/** What is not copied as it is. */
const BREAKS = BLANK | LINE_END | FULL_WIDTH;

function lineEndAfter(text: string, start: number, limit: number): number {
  const at = text.indexOf('\n', start);
  return at < 0 || at > limit ? limit : at;
}

/** Whether a line is letter-spaced: 1 2 日 in it is 12日. */
function isSpread(text: string, start: number, end: number): boolean {
  let blanks = 0;
  for (let at = start; at < end; at++) if (classes[text.charCodeAt(at)]! & BLANK) blanks++;
  return blanks > 0 && isLetterSpaced(end - start - blanks, blanks);
}
