import type { Span } from '../../page/model';

/**
 * What cannot stand in the text column of an .ann line: brat reads lines by Python's rules, by which form feeds, some
 * other control characters and Unicode's own separators end a line, too; a tab would be one more column.
 */
const BREAK = /[\p{Cc}\u2028\u2029]/u;
const BLANKS = /[\s\p{Cc}]+/gu;

/**
 * A span as brat can hold it: parts that no line end cuts, without the blanks around the line ends, none of blanks
 * only. UTF-16 offsets; empty where the span holds nothing else.
 */
export function fragmentsOf(text: string, { start, end }: Span): readonly Span[] {
  const quote = text.slice(start, end);
  const fragments: Span[] = [];
  let from = 0;
  for (const { index, 0: run } of quote.matchAll(BLANKS)) {
    if (!BREAK.test(run)) continue;
    if (index > from) fragments.push({ start: start + from, end: start + index });
    from = index + run.length;
  }
  if (from < quote.length) fragments.push({ start: start + from, end });
  return fragments.filter((fragment) => text.slice(fragment.start, fragment.end).replace(BLANKS, '') !== '');
}

/** What stands between the parts of a span in the text column. */
export const SEPARATOR = ' ';
