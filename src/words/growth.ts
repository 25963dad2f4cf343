import type { Word } from './segmenter';

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Words with the protected spans (figures, bylines) as words of their own: a word that a protected span touches is cut
 * at its edges. Both lists in order, same offsets; protected spans do not overlap.
 */
export function protect(words: readonly Word[], protectedSpans: readonly Span[]): readonly Word[] {
  const result: Word[] = [];
  let next = 0;
  for (const word of words) {
    let { start } = word;
    while (next < protectedSpans.length && protectedSpans[next]!.start < word.end) {
      const span = protectedSpans[next]!;
      if (start < span.start) result.push({ start, end: span.start });
      start = Math.max(start, span.end);
      if (span.end > word.end) break;
      result.push({ start: span.start, end: span.end });
      next++;
    }
    if (start < word.end) result.push(start === word.start ? word : { start, end: word.end });
  }
  return result;
}

/** The selection with one word more at a side; unchanged at the end of the text. */
export function growByWord(words: readonly Word[], selection: Span, side: 'start' | 'end'): Span {
  if (side === 'end') {
    const word = words.find((w) => w.end > selection.end);
    return word ? { start: selection.start, end: word.end } : selection;
  }
  const word = words.findLast((w) => w.start < selection.start);
  return word ? { start: word.start, end: selection.end } : selection;
}

/** The selection with one word less at a side; empty where it held one word or less. */
export function shrinkByWord(words: readonly Word[], selection: Span, side: 'start' | 'end'): Span {
  if (side === 'end') {
    const word = words.findLast((w) => w.start < selection.end);
    return { start: selection.start, end: Math.max(selection.start, word?.start ?? selection.start) };
  }
  const word = words.find((w) => w.end > selection.start);
  return { start: Math.min(selection.end, word?.end ?? selection.end), end: selection.end };
}

/** The word around an offset; at an edge the word behind it. */
export function wordAt(words: readonly Word[], offset: number): Word | undefined {
  return words.find((word) => word.start <= offset && offset < word.end);
}
