import type { Span } from '../page/model';

/** A replacement in the page text: `length` UTF-16 units at `offset` give way to `text`. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
  /** A comparison of two texts found the change, nobody made it: what it covers may have gone or stayed. */
  readonly computed?: boolean;
}

/**
 * Where spans go when a text changes: the changes do not overlap and come from the end of the text to its start, all
 * with offsets into the text before. Each span costs the logarithm of their number.
 */
export class Moves {
  /** From the start of the text to its end. */
  readonly #changes: readonly TextChange[];
  /** How far text behind the first n changes moved. */
  readonly #deltas: readonly number[];

  constructor(changes: readonly TextChange[]) {
    this.#changes = [...changes].reverse();
    const deltas = [0];
    for (const { length, text } of this.#changes) deltas.push(deltas.at(-1)! + text.length - length);
    this.#deltas = deltas;
  }

  /** How far a span moved; null where a change touched it. What is inserted at an edge does not touch it. */
  delta({ start, end }: Span): number | null {
    const from = this.#before(start, end);
    return from < this.#reaching(end) ? null : this.#deltas[from]!;
  }

  /**
   * A span with what happened in it. What is inserted at an edge stays outside; a change inside stretches or shrinks it;
   * a span whose whole text is deleted becomes empty at the place of the deletion, and so does one that a computed
   * change covers in part: how much of it is left is not certain.
   */
  stretched(span: Span): Span {
    const { start, end } = span;
    const from = this.#before(start, end);
    let moved = span;
    for (let i = this.#reaching(end) - 1; i >= from; i--) moved = through(moved, this.#changes[i]!);
    const delta = this.#deltas[from]!;
    return delta === 0 ? moved : { start: moved.start + delta, end: moved.end + delta };
  }

  /** How many changes begin before the end of a span: the others leave it alone. */
  #reaching(end: number): number {
    return partition(this.#changes.length, (i) => this.#changes[i]!.offset < end);
  }

  /** How many changes end before a span: they only move it. */
  #before(start: number, end: number): number {
    return partition(this.#changes.length, (i) => {
      const { offset, length } = this.#changes[i]!;
      return offset + length <= start && offset < end;
    });
  }
}

/** A span after one change. */
function through(span: Span, { offset: from, length, text, computed }: TextChange): Span {
  const { start, end } = span;
  const to = from + length;
  const delta = text.length - length;
  if (end <= from) return span;
  if (start >= to) return { start: start + delta, end: end + delta };
  if (start < from && to < end) return { start, end: end + delta };
  if (computed || (from <= start && end <= to)) return { start: from, end: from };
  if (start < from) return { start, end: from };
  return { start: from + text.length, end: end + delta };
}

/** How many of the first `count` numbers pass a test that holds for the first ones and for no later one. */
function partition(count: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
