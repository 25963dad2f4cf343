import type { Paragraph, Span } from './model';

const SENTENCE_ENDS = '。！？!?';
const CLOSERS = '”’」』）)》"';

/** The sentence around a span, in flow text (no line breaks); undefined where no paragraph holds the span. */
export function sentenceAt(paragraphs: readonly Paragraph[], span: Span): string | undefined {
  const paragraph = paragraphs.find((p) => p.start <= span.start && span.start < p.end);
  if (!paragraph) return undefined;
  const { text, offsets } = paragraph.flow;
  let at = offsets.findIndex((offset) => offset >= span.start);
  if (at < 0) at = text.length - 1;
  let start = at;
  while (start > 0 && !endsSentence(text, start)) start--;
  let end = at + 1;
  while (end < text.length && !endsSentence(text, end)) end++;
  return text.slice(start, end).trim();
}

/** Whether a sentence ends right before `at`: at its stop, or behind the quotation marks that close it. */
function endsSentence(text: string, at: number): boolean {
  if (CLOSERS.includes(text[at] ?? ' ')) return false;
  let before = at - 1;
  while (before > 0 && CLOSERS.includes(text[before]!)) before--;
  return SENTENCE_ENDS.includes(text[before]!);
}
