import type { Span } from '../page/model';
import type { Annotation } from './model';
import { occurrences } from './occurrences';
import { isHigh, isLow } from './surrogates';

/** Text kept on either side of a quote, in UTF-16 units. */
const KEPT = 32;
/** Lengths of context that are tried, in this order, until the quote with it stands on the page only once. */
const CONTEXTS: readonly number[] = [8, 16, KEPT];

/** The least context that must agree on both sides before a quote is trusted to be the same one. */
export const LEAST_CONTEXT = 8;

export type Quoted = Pick<Annotation, 'quote' | 'prefix' | 'suffix'>;

/** The quote of a span and up to 32 units of context on both sides, never half a surrogate pair. */
export function quoteAt(text: string, { start, end }: Span): Quoted {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(wholeEdge(text, Math.max(0, start - KEPT), 1), start),
    suffix: text.slice(end, wholeEdge(text, Math.min(text.length, end + KEPT), -1)),
  };
}

/** The offset itself, or its neighbour in the given direction where it would cut a surrogate pair. */
export function wholeEdge(text: string, offset: number, direction: 1 | -1): number {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset)) ? offset + direction : offset;
}

/** So many units before a quote with its first unit, and its last unit with so many behind it. */
export function sides({ quote, prefix, suffix }: Quoted, units: number): readonly [before: string, after: string] {
  return [
    prefix.slice(Math.max(0, prefix.length - units)) + quote.slice(0, 1),
    quote.slice(-1) + suffix.slice(0, units),
  ];
}

/** Whether the edge of the page cuts the context of a side so short that only this edge can tell the place. */
export function atEdge(context: string): boolean {
  return context.length < LEAST_CONTEXT;
}

/**
 * How much context tells each quote from all other places of the text it was taken from, on each side by itself: 8, 16
 * or 32 units, or 0 where even all of it stands there twice. Each side by itself, because a deletion can bring the
 * context of one place before the quote of another. Kept with an annotation, it says later – when the place is gone and
 * a look-alike is left – that a match proves nothing. Near-linear for any number of quotes.
 */
export function distinguishing(text: string, quotes: readonly Quoted[]): readonly number[] {
  const result = new Array<number>(quotes.length).fill(0);
  let open = quotes.map((quoted, index) => ({ quoted, index })).filter(({ quoted }) => quoted.quote !== '');
  for (const units of CONTEXTS) {
    if (open.length === 0) break;
    const places = occurrences(
      text,
      open.flatMap(({ quoted }) => sides(quoted, units)),
      2,
    );
    open = open.filter(({ quoted, index }) => {
      const [before, after] = sides(quoted, units);
      const told =
        (atEdge(quoted.prefix) || places.get(before)?.length === 1) &&
        (atEdge(quoted.suffix) || places.get(after)?.length === 1);
      if (told) result[index] = units;
      return !told;
    });
  }
  return result;
}
