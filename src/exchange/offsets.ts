import { isHigh, isLow } from '../annotations/surrogates';
import type { Span } from '../page/model';

/** What an exchange format counts: UTF-16 code units (as JavaScript, Java) or Unicode code points (as Python). */
export type OffsetUnit = 'utf-16' | 'code-point';

/** Converts offsets of one text between UTF-16 units and code points. Linear to make, then logarithmic or better. */
export class Offsets {
  readonly #length: number;
  /** UTF-16 offset of the second half of every surrogate pair, ascending. */
  readonly #lows: Int32Array;

  constructor(text: string) {
    const lows: number[] = [];
    for (let at = 1; at < text.length; at++) {
      if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) lows.push(at++);
    }
    this.#lows = Int32Array.from(lows);
    this.#length = text.length;
  }

  /** Code points before a UTF-16 offset. @throws RangeError where the offset is outside the text or cuts a character */
  toCodePoints(offset: number): number {
    this.#assertWithin(offset, this.#length);
    const before = this.#lowsBefore(offset);
    if (this.#lows[before] === offset) throw new RangeError(`offset ${offset} cuts a character in two`);
    return offset - before;
  }

  /** The UTF-16 offset before which so many code points stand. @throws RangeError where the text is shorter */
  toUtf16(count: number): number {
    this.#assertWithin(count, this.#length - this.#lows.length);
    let low = 0;
    let high = this.#lows.length;
    // The pairs that end within the first `count` code points: pair i ends behind code point lows[i] - i.
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#lows[middle]! - middle <= count) low = middle + 1;
      else high = middle;
    }
    return count + low;
  }

  /** A span in UTF-16 units in another unit. @throws RangeError as {@link toCodePoints} */
  spanIn(unit: OffsetUnit, { start, end }: Span): Span {
    return unit === 'utf-16' ? { start, end } : { start: this.toCodePoints(start), end: this.toCodePoints(end) };
  }

  /** A span of another unit in UTF-16 units. @throws RangeError as {@link toUtf16} */
  spanFrom(unit: OffsetUnit, { start, end }: Span): Span {
    if (unit === 'code-point') return { start: this.toUtf16(start), end: this.toUtf16(end) };
    this.#assertWithin(start, this.#length);
    this.#assertWithin(end, this.#length);
    return { start, end };
  }

  /** Whether the unit makes no difference in this text. */
  get plain(): boolean {
    return this.#lows.length === 0;
  }

  #lowsBefore(offset: number): number {
    let low = 0;
    let high = this.#lows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#lows[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #assertWithin(offset: number, length: number): void {
    if (!Number.isInteger(offset) || offset < 0 || offset > length) {
      throw new RangeError(`offset ${offset} is outside the text of ${length}`);
    }
  }
}

/**
 * A span as a format counts it, after a check in that very unit that it holds its quote; undefined where it does not.
 * Code points are counted by the runtime's own iterator, not by the table that made the offsets.
 */
export function verifiedSpan(
  text: string,
  offsets: Offsets,
  unit: OffsetUnit,
  mark: Span & { readonly quote: string },
): Span | undefined {
  if (text.slice(mark.start, mark.end) !== mark.quote) return undefined;
  if (unit === 'utf-16') return { start: mark.start, end: mark.end };
  try {
    const span = offsets.spanIn(unit, mark);
    return span.end - span.start === [...mark.quote].length ? span : undefined;
  } catch {
    return undefined;
  }
}
