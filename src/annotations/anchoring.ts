import type { Span } from '../page/model';
import type { PageText } from '../page/text';
import { LEAST_CONTEXT, quoteAt, withContext } from './context';
import type { Annotation, Sidecar } from './model';
import { occurrences } from './occurrences';
import { textHash } from './sidecar';

/** An annotation that has no certain place on the current text. */
export interface Orphan {
  readonly annotation: Annotation;
  /** Places with the same quote, the likeliest first; at most five. */
  readonly candidates: readonly Span[];
}

export interface Anchored {
  /** With `start` and `end` on the current text; in the order they came. */
  readonly annotations: readonly Annotation[];
  readonly orphans: readonly Orphan[];
}

/** Quotes this short stand in too many places to move by a part of their context. */
const SHORT_QUOTE = 4;
const MAX_CANDIDATES = 5;
/** Places of a quote that are ranked; on a page of figures a number may stand in thousands. */
const MAX_PLACES = 200;
const NUMBER = /^[〇零一二两三四五六七八九十百千万亿]|[\d０-９]/u;

/**
 * Finds the annotations of a sidecar on the current text of the page, or says that they have no certain place. It never
 * guesses. On the text that the sidecar was written for, offsets hold where the quote stands there. On another text a
 * quote holds where it stands exactly once with the context that once told it from all other places – eight units on
 * each side at least – and all of the stored context on one side; numbers and short quotes need all of it on both.
 * Near-linear in the text and the number of annotations.
 */
export function anchor(sidecar: Sidecar, page: PageText): Anchored {
  const same = sidecar.page.length === page.text.length && sidecar.page.sha256 === textHash(page.text);
  const placed = same ? sidecar.annotations.map((a) => (a.lost ? undefined : inPlace(a, page.text))) : [];
  const moved = relocate(
    sidecar.annotations.filter((_, index) => !placed[index]),
    page.text,
  );
  const annotations: Annotation[] = [];
  const lost: Annotation[] = [];
  sidecar.annotations.forEach((annotation, index) => {
    const place = placed[index] ?? moved.get(annotation);
    if (place) annotations.push({ ...annotation, start: place.start, end: place.end });
    else lost.push(annotation);
  });
  return { annotations, orphans: withCandidates(lost, page.text) };
}

function inPlace(annotation: Annotation, text: string): Span | undefined {
  return text.slice(annotation.start, annotation.end) === annotation.quote ? annotation : undefined;
}

/** The places of the annotations that have a certain one. */
function relocate(annotations: readonly Annotation[], text: string): ReadonlyMap<Annotation, Span> {
  const units = annotations.map(neededContext);
  const needles = annotations.map((annotation, index) =>
    units[index] === undefined ? '' : withContext(annotation, units[index]),
  );
  const places = occurrences(text, needles, 2);
  const result = new Map<Annotation, Span>();
  annotations.forEach((annotation, index) => {
    const found = places.get(needles[index]!);
    if (units[index] === undefined || found?.length !== 1) return;
    const start = found[0]! + Math.min(units[index], annotation.prefix.length);
    const span = { start, end: start + annotation.quote.length };
    if (agrees(annotation, span, text)) result.set(annotation, span);
  });
  return result;
}

/** Units of context that must stand around the quote; undefined where no context can make its place certain. */
function neededContext(annotation: Annotation): number | undefined {
  const { quote, prefix, suffix, context } = annotation;
  if (quote === '' || context === 0 || prefix.length + suffix.length < LEAST_CONTEXT) return undefined;
  const all = Math.max(prefix.length, suffix.length);
  const atPageEdge = prefix.length < LEAST_CONTEXT || suffix.length < LEAST_CONTEXT;
  if (context === undefined || atPageEdge || isCareful(annotation)) return all;
  return Math.min(all, Math.max(LEAST_CONTEXT, context));
}

/** A correction may turn one number or short word into another that stood elsewhere: a part of the context proves nothing. */
function isCareful({ layer, quote }: Annotation): boolean {
  return layer === 'figure' || quote.length <= SHORT_QUOTE || NUMBER.test(quote);
}

/** All of the context on one side stands there, and a context that the page's edge cut short stands at that edge. */
function agrees({ prefix, suffix }: Annotation, { start, end }: Span, text: string): boolean {
  if (prefix.length < LEAST_CONTEXT && start !== prefix.length) return false;
  if (suffix.length < LEAST_CONTEXT && end + suffix.length !== text.length) return false;
  return text.endsWith(prefix, start) || text.startsWith(suffix, end);
}

function withCandidates(annotations: readonly Annotation[], text: string): readonly Orphan[] {
  const places = occurrences(
    text,
    annotations.map(({ quote }) => quote),
    MAX_PLACES,
  );
  return annotations.map((annotation) => ({
    annotation,
    candidates: ranked(annotation, places.get(annotation.quote) ?? [], text),
  }));
}

function ranked(annotation: Annotation, starts: readonly number[], text: string): readonly Span[] {
  return starts
    .map((start) => {
      const span = { start, end: start + annotation.quote.length };
      return { span, score: agreement(annotation, quoteAt(text, span)), far: Math.abs(start - annotation.start) };
    })
    .sort((a, b) => b.score - a.score || a.far - b.far || a.span.start - b.span.start)
    .slice(0, MAX_CANDIDATES)
    .map(({ span }) => span);
}

/** How many characters next to the quote are the same, on both sides together. */
function agreement(a: Pick<Annotation, 'prefix' | 'suffix'>, b: Pick<Annotation, 'prefix' | 'suffix'>): number {
  let before = 0;
  while (before < Math.min(a.prefix.length, b.prefix.length) && a.prefix.at(-1 - before) === b.prefix.at(-1 - before)) {
    before++;
  }
  let after = 0;
  while (after < Math.min(a.suffix.length, b.suffix.length) && a.suffix[after] === b.suffix[after]) after++;
  return before + after;
}
