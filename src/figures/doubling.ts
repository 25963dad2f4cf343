import type { FlowText } from '../page/flow';

/** Titles are short; what is longer is no title, and the search for doubles is quadratic in it. */
const LONGEST_TITLE = 240;
const LONGEST_SEGMENT = 60;
/** Shortest doubled segment that proves a shadow: shorter ones occur in ordinary words (天天, 11). */
const PROOF = 4;
const DASH = 0x2014;
const DOTS = 0x2026;

interface Segment {
  readonly start: number;
  readonly length: number;
  readonly doubled: boolean;
}

/**
 * The flow text of a title without its shadow: printed with a drop shadow, a headline comes out of a PDF doubled, whole
 * or piece by piece (连续连续55年年). Only runs of doubled pieces with one of four characters or more are taken for a
 * shadow. Offsets are those of the first copy, so that a figure's span covers its own doubled digits.
 */
export function withoutShadow(flow: FlowText): FlowText {
  const { text, offsets } = flow;
  if (text.length > LONGEST_TITLE || text.length < 2 * PROOF) return flow;
  const segments = segmentsOf(text);
  let kept = '';
  const at: number[] = [];
  for (let k = 0; k < segments.length;) {
    let end = k;
    while (end < segments.length && segments[end]!.doubled) end++;
    const run = segments.slice(k, Math.max(end, k + 1));
    const shadow = run.some((segment) => segment.doubled && segment.length >= PROOF);
    for (const { start, length, doubled } of run) {
      const copies = doubled && !shadow ? 2 * length : length;
      kept += text.slice(start, start + copies);
      for (let i = 0; i < copies; i++) at.push(offsets[start + i]!);
    }
    k = Math.max(end, k + 1);
  }
  return kept.length === text.length ? flow : { text: kept, offsets: Int32Array.from(at) };
}

/** The text cut into doubled pieces, longest first, and single characters. */
function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at < text.length;) {
    const length = doubledAt(text, at);
    segments.push({ start: at, length: length || 1, doubled: length > 0 });
    at += length > 0 ? 2 * length : 1;
  }
  return segments;
}

/** Length of the longest piece at `at` that is followed by itself; 0 where none is. */
function doubledAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  // Dashes and dots are printed in pairs.
  if (first === DASH || first === DOTS) return 0;
  for (let length = Math.min(LONGEST_SEGMENT, (text.length - at) >> 1); length > 0; length--) {
    if (text.charCodeAt(at + length) !== first) continue;
    let same = 1;
    while (same < length && text.charCodeAt(at + same) === text.charCodeAt(at + length + same)) same++;
    if (same === length) return length;
  }
  return 0;
}
