import type { Span } from '../page/model';

/** Opening marks and the closing marks that belong to them. A pair around the whole selection is part of a name. */
const PAIRS = new Map([
  ['《', '》'],
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['〈', '〉'],
]);
const PUNCTUATION = new Set('，。、；：！？…—·,.;:!?“”‘’「」『』《》〈〉（）()【】[]〔〕"\'');

/**
 * A selection without the blanks, line breaks and punctuation at its ends; null where nothing is left. Marks that
 * enclose the whole of what is left (《…》, “…”) stay: they are part of titles of works.
 */
export function trimSpan(text: string, span: Span): Span | null {
  let start = Math.max(0, span.start);
  let end = Math.min(text.length, span.end);
  const isBlank = (c: string): boolean => /\s/u.test(c);
  for (;;) {
    while (start < end && isBlank(text[start]!)) start++;
    while (start < end && isBlank(text[end - 1]!)) end--;
    if (start >= end) return null;
    const first = text[start]!;
    const last = text[end - 1]!;
    if (PAIRS.get(first) === last && !text.slice(start + 1, end - 1).includes(first)) return { start, end };
    if (PUNCTUATION.has(first) && !closesInside(text, start, end)) start++;
    else if (PUNCTUATION.has(last) && !opensInside(text, start, end)) end--;
    else return { start, end };
  }
}

/** Whether the mark at `start` opens a pair that ends inside the selection (“云”计划). */
function closesInside(text: string, start: number, end: number): boolean {
  const close = PAIRS.get(text[start]!) ?? (text[start] === '（' ? '）' : undefined);
  return close !== undefined && text.slice(start + 1, end).includes(close) && end - start > 2;
}

/** Whether the mark before `end` closes a pair that begins inside the selection (计划（试行）). */
function opensInside(text: string, start: number, end: number): boolean {
  const last = text[end - 1]!;
  const open = last === '）' ? '（' : [...PAIRS].find(([, close]) => close === last)?.[0];
  return open !== undefined && text.slice(start, end - 1).includes(open);
}
