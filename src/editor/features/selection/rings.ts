import { wordAt } from '../../../newsmark';
import type { Span, Word } from '../../../newsmark';
import { itemAt, type Page } from '../../pages/page';

const CLAUSE_ENDS = '，、；：。！？!?,;';
const SENTENCE_ENDS = '。！？!?';

/** What a selection grows to from an offset, the smallest first: word, annotation, clause, sentence, paragraph, page. */
export function* rings(page: Page, words: readonly Word[], offset: number): Generator<Span> {
  const { text } = page.text;
  const paragraph = page.analysis.paragraphs.find((p) => p.start <= offset && offset <= p.end);
  const within = paragraph ?? { start: 0, end: text.length };
  const candidates = [
    wordAt(words, offset),
    itemAt(page.annotations.items, offset),
    itemAt(page.analysis.figures, offset),
    between(text, within, offset, CLAUSE_ENDS),
    between(text, within, offset, SENTENCE_ENDS),
    within,
    { start: 0, end: text.length },
  ].filter((span) => span !== undefined);
  let last: Span | undefined;
  for (const span of candidates.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    if (last && (span.start > last.start || span.end < last.end)) continue;
    if (last?.start === span.start && last.end === span.end) continue;
    last = span;
    yield span;
  }
}

/** The text around an offset up to the next of some marks, without the marks and blanks at its ends. */
function between(text: string, within: Span, offset: number, marks: string): Span {
  let { start, end } = { start: offset, end: offset };
  while (start > within.start && !marks.includes(text[start - 1]!)) start--;
  while (end < within.end && !marks.includes(text[end]!)) end++;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
