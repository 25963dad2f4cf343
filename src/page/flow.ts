import { fold, isAsciiWord, isBlank, isLetterSpaced, isLineEnd } from './characters';
import type { Span } from './model';

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

const CHUNK = 8192;
const SPACE = 32;

/**
 * The flow text of some spans of the page, in order. A blank between two ASCII words stays as one blank, so that
 * "ISO 9001" does not become one word; so does a line break between two digit runs.
 */
export function flowOf(text: string, spans: readonly Span[]): FlowText {
  const size = spans.reduce((sum, span) => sum + span.end - span.start + 1, 0);
  const codes = new Uint16Array(size);
  const offsets = new Int32Array(size);
  let length = 0;
  for (const span of spans) {
    let gap = length > 0;
    let spread = false;
    let lineEnd = span.start;
    for (let at = span.start; at < span.end; at++) {
      const code = text.charCodeAt(at);
      if (at >= lineEnd) {
        lineEnd = lineEndAfter(text, at, span.end);
        spread = isSpread(text, at, lineEnd);
        if (at > span.start) gap = true;
      }
      if (isBlank(code) || isLineEnd(code)) {
        if (!spread || isLineEnd(code)) gap = true;
        continue;
      }
      const folded = fold(code);
      if (gap && length > 0 && keepsGap(codes[length - 1]!, folded)) {
        codes[length] = SPACE;
        offsets[length++] = at - 1;
      }
      gap = false;
      codes[length] = folded;
      offsets[length++] = at;
    }
  }
  return { text: decode(codes.subarray(0, length)), offsets: offsets.slice(0, length) };
}

function lineEndAfter(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && !isLineEnd(text.charCodeAt(at))) at++;
  return at + 1;
}

/** Whether a line is letter-spaced: 1 2 日 in it is 12日. */
function isSpread(text: string, start: number, end: number): boolean {
  let blanks = 0;
  let solid = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) break;
    if (isBlank(code)) blanks++;
    else solid++;
  }
  return isLetterSpaced(solid, blanks);
}

function keepsGap(before: number, after: number): boolean {
  return isAsciiWord(before) && isAsciiWord(after);
}

function decode(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return text;
}
