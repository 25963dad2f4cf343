import type { Span } from './model';

/**
 * Text of a paragraph as it would be read aloud: no line breaks, no blanks that only the typesetting put there,
 * full-width letters, digits and `％．，：` forms that occur inside numbers folded to ASCII one to one.
 * `text[i]` stands at `offsets[i]` of the page text.
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
