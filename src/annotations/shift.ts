import type { Annotation } from './model';

/** A replacement in the page text: `length` UTF-16 units at `offset` give way to `text`. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
  /** A comparison of two texts found the change, nobody made it: what it covers may have gone or stayed. */
  readonly computed?: boolean;
}

/**
 * Annotations moved through one change. What is inserted at an edge stays outside; a change inside a span stretches or
 * shrinks it; a span whose whole text is deleted becomes empty (`start === end`) at the place of the deletion, and so
 * does one that a computed change covers in part: how much of it is left is not certain.
 */
export function shift(annotations: readonly Annotation[], change: TextChange): readonly Annotation[] {
  const from = change.offset;
  const to = change.offset + change.length;
  const delta = change.text.length - change.length;
  return annotations.map((annotation) => {
    const { start, end } = annotation;
    if (end <= from) return annotation;
    if (start >= to) return delta === 0 ? annotation : { ...annotation, start: start + delta, end: end + delta };
    if (start < from && to < end) return { ...annotation, end: end + delta };
    if (change.computed || (from <= start && end <= to)) return { ...annotation, start: from, end: from };
    if (start < from) return { ...annotation, end: from };
    return { ...annotation, start: from + change.text.length, end: end + delta };
  });
}
