import type { Span } from '../page/model';
import { isHigh, isLow } from './surrogates';

export type Side = 'start' | 'end';

/**
 * The span with one visible character more at a side: blanks and line ends before it come along, half a surrogate pair
 * never stands alone. Unchanged at the edge of the text.
 */
export function growByCharacter(text: string, span: Span, side: Side): Span {
  if (side === 'end') {
    let at = span.end;
    while (at < text.length && isBlank(text, at)) at++;
    if (at >= text.length) return span;
    return { start: span.start, end: at + (isHigh(text.charCodeAt(at)) ? 2 : 1) };
  }
  let at = span.start - 1;
  while (at >= 0 && isBlank(text, at)) at--;
  if (at < 0) return span;
  return { start: isLow(text.charCodeAt(at)) ? at - 1 : at, end: span.end };
}

/** The span with one visible character less at a side, without the blanks that are then at its edge; may be empty. */
export function shrinkByCharacter(text: string, span: Span, side: Side): Span {
  if (side === 'end') {
    let end = span.end - (isLow(text.charCodeAt(span.end - 1)) ? 2 : 1);
    while (end > span.start && isBlank(text, end - 1)) end--;
    return { start: span.start, end: Math.max(span.start, end) };
  }
  let start = span.start + (isHigh(text.charCodeAt(span.start)) ? 2 : 1);
  while (start < span.end && isBlank(text, start)) start++;
  return { start: Math.min(span.end, start), end: span.end };
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text[at]!);
}
