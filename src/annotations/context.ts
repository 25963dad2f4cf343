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

/** A quote with so many units of its context on either side. */
export function withContext({ quote, prefix, suffix }: Quoted, units: number): string {
  return prefix.slice(Math.max(0, prefix.length - units)) + quote + suffix.slice(0, units);
}

/**
 * How much context, on both sides, tells each quote from all other places of the text it was taken from: 8, 16 or 32
 * units, or 0 where even all of it stands there twice. Kept with an annotation, it says later – when the place is gone
 * and a look-alike is left – that one match proves nothing. Near-linear for any number of quotes.
 */
export function distinguishing(text: string, quotes: readonly Quoted[]): readonly number[] {
  const result = new Array<number>(quotes.length).fill(0);
  let open = quotes.map((_, index) => index);
  for (const units of CONTEXTS) {
    if (open.length === 0) break;
    const places = occurrences(
      text,
      open.map((index) => withContext(quotes[index]!, units)),
      2,
    );
    open = open.filter((index) => {
      const once = places.get(withContext(quotes[index]!, units))?.length === 1;
      if (once) result[index] = units;
      return !once;
    });
  }
  return result;
}
