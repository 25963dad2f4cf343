import type { PageText } from '../page/text';
import type { Span } from '../page/model';
import { quoteAt } from './edits';
import type { Annotation, Sidecar } from './model';
import { textHash } from './sidecar';

/** An annotation that has no certain place on the current text. */
export interface Orphan {
  readonly annotation: Annotation;
  /** Places with the same quote, the likeliest first; at most five. */
  readonly candidates: readonly Span[];
}

export interface Anchored {
  /** With `start` and `end` on the current text; sorted as they came. */
  readonly annotations: readonly Annotation[];
  readonly orphans: readonly Orphan[];
}

/** Context that must agree on both sides before a quote is trusted to be the same one. */
const CERTAIN_CONTEXT = 8;
/** Quotes this short stand in too many places to move by themselves. */
const SHORT_QUOTE = 4;
const MAX_CANDIDATES = 5;
const NUMBER = /^[\d０-９一二三四五六七八九十百千万亿零〇两.,，．%％\s]+/u;

/**
 * Finds the annotations of a sidecar on the current text of the page, or says that they have no certain place. It never
 * guesses: where the text is not the one the sidecar was written for, a quote holds only with at least eight characters
 * of context on both sides and only where that stands exactly once; short quotes and numbers need all their context.
 */
export function anchor(sidecar: Sidecar, page: PageText): Anchored {
  const same = sidecar.page.length === page.text.length && sidecar.page.sha256 === textHash(page.text);
  const annotations: Annotation[] = [];
  const orphans: Orphan[] = [];
  for (const annotation of sidecar.annotations) {
    const place = same && !annotation.lost ? inPlace(annotation, page.text) : relocate(annotation, page.text);
    if (place) annotations.push({ ...annotation, start: place.start, end: place.end });
    else orphans.push({ annotation, candidates: candidates(annotation, page.text) });
  }
  return { annotations, orphans };
}

function inPlace(annotation: Annotation, text: string): Span | undefined {
  return text.slice(annotation.start, annotation.end) === annotation.quote ? annotation : undefined;
}

/** The one place where quote and context stand, if it is certain. */
function relocate(annotation: Annotation, text: string): Span | undefined {
  const { quote, prefix, suffix } = annotation;
  const careful = quote.length <= SHORT_QUOTE || NUMBER.test(quote);
  const before = careful ? prefix : prefix.slice(-CERTAIN_CONTEXT);
  const after = careful ? suffix : suffix.slice(0, CERTAIN_CONTEXT);
  if (quote === '' || before.length < CERTAIN_CONTEXT || after.length < CERTAIN_CONTEXT) return undefined;
  const needle = before + quote + after;
  const at = text.indexOf(needle);
  if (at < 0 || text.includes(needle, at + 1)) return undefined;
  const start = at + before.length;
  return { start, end: start + quote.length };
}

function candidates(annotation: Annotation, text: string): readonly Span[] {
  const { quote } = annotation;
  if (quote === '') return [];
  const places: { span: Span; score: number }[] = [];
  for (let at = text.indexOf(quote); at >= 0 && places.length < 200; at = text.indexOf(quote, at + 1)) {
    const span = { start: at, end: at + quote.length };
    places.push({ span, score: agreement(annotation, quoteAt(text, span)) });
  }
  places.sort(
    (a, b) =>
      b.score - a.score || Math.abs(a.span.start - annotation.start) - Math.abs(b.span.start - annotation.start),
  );
  return places.slice(0, MAX_CANDIDATES).map(({ span }) => span);
}

/** How many characters next to the quote are the same, on both sides together. */
function agreement(a: Pick<Annotation, 'prefix' | 'suffix'>, b: Pick<Annotation, 'prefix' | 'suffix'>): number {
  let before = 0;
  while (before < a.prefix.length && a.prefix.at(-1 - before) === b.prefix.at(-1 - before)) before++;
  let after = 0;
  while (after < a.suffix.length && a.suffix[after] === b.suffix[after]) after++;
  return before + after;
}
