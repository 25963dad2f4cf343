import type { Span } from '../page/model';
import type { Document } from './document';

const ENDS = new Set('。！？；!?');
const CLOSERS = new Set('”’」』）)》"');

/** The sentence of a document that holds a span, inside its paragraph, closing marks with it. */
export function sentenceOf({ text, paragraphs }: Pick<Document, 'text' | 'paragraphs'>, span: Span): Span {
  const paragraph = paragraphs.find(({ start, end }) => start <= span.start && span.start < end);
  const [from, to] = paragraph ? [paragraph.start, Math.max(paragraph.end, span.end)] : [span.start, span.end];
  let start = span.start;
  while (start > from && !endsAt(text, start)) start--;
  let end = span.end;
  while (end < to && !endsAt(text, end)) end++;
  return { start, end };
}

/** Whether a sentence ends right before an offset. */
function endsAt(text: string, offset: number): boolean {
  if (CLOSERS.has(text[offset] ?? '') || ENDS.has(text[offset] ?? '')) return false;
  let before = offset - 1;
  while (before > 0 && CLOSERS.has(text[before]!)) before--;
  return ENDS.has(text[before] ?? '');
}
