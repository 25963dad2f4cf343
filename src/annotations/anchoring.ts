import type { Span } from '../page/model';
import type { PageText } from '../page/text';
import { atEdge, LEAST_CONTEXT, quoteAt, sides } from './context';
import type { Annotation, Sidecar } from './model';
import { occurrences } from './occurrences';
import { pageHash } from './sidecar';

/** An annotation that has no certain place on the current text. */
export interface Orphan {
  readonly annotation: Annotation;
  /** Places with the same quote, the likeliest first; at most five. */
  readonly candidates: readonly Span[];
}

export interface Anchored {
  /** With `start` and `end` on the current text and not `lost`; in the order they came. */
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
 * guesses. On the text that the sidecar was written for, offsets hold where the quote stands there
 * between what stood beside it. On another text a
 * quote holds where the context that once told it from all other places – eight units at least – stands exactly once on
 * each side, both at the same place, and all of the stored context on one side; numbers and short quotes need all of it
 * on both. Near-linear in the text and the number of annotations.
 */
export function anchor(sidecar: Sidecar, page: PageText): Anchored {
  const same = sidecar.page.length === page.text.length && sidecar.page.sha256 === pageHash(page);
  const placed = same ? sidecar.annotations.map((a) => (a.lost ? undefined : inPlace(a, page.text))) : [];
  const moved = relocate(
    sidecar.annotations.filter((_, index) => !placed[index]),
    page.text,
  );
  const annotations: Annotation[] = [];
  const lost: Annotation[] = [];
  sidecar.annotations.forEach((annotation, index) => {
    const place = placed[index] ?? moved.get(annotation);
    if (!place) lost.push(annotation);
    else if (placed[index]) annotations.push(annotation);
    else annotations.push(found(annotation, place));
  });
  return { annotations, orphans: withCandidates(lost, page.text) };
}

function found({ lost, ...annotation }: Annotation, { start, end }: Span): Annotation {
  return { ...annotation, start, end };
}

/**
 * An annotation whose quote stands where it says, between what stood beside it: the offsets of a line that git took from
 * another branch belong to that branch's text, and the quote may stand there by chance.
 */
function inPlace(annotation: Annotation, text: string): Span | undefined {
  const { start, end, quote, prefix, suffix } = annotation;
  const stands =
    text.slice(start, end) === quote &&
    start >= prefix.length &&
    text.startsWith(prefix, start - prefix.length) &&
    text.startsWith(suffix, end);
  return stands ? annotation : undefined;
}

/** The places of the annotations that have a certain one. */
function relocate(annotations: readonly Annotation[], text: string): ReadonlyMap<Annotation, Span> {
  const wanted = annotations.flatMap((annotation) => {
    const units = neededContext(annotation);
    return units === undefined ? [] : [{ annotation, units, sides: sides(annotation, units) }];
  });
  const places = occurrences(
    text,
    wanted.flatMap((each) => each.sides),
    2,
  );
  const result = new Map<Annotation, Span>();
  for (const {
    annotation,
    units,
    sides: [before, after],
  } of wanted) {
    const { quote, prefix, suffix } = annotation;
    const start = atEdge(prefix) ? prefix.length : only(places.get(before), before.length - 1);
    const end = atEdge(suffix) ? text.length - suffix.length : only(places.get(after), 1);
    if (start === undefined || end !== start + quote.length || !text.startsWith(quote, start)) continue;
    const wholeBefore = text.endsWith(prefix, start) && start >= prefix.length;
    const wholeAfter = text.startsWith(suffix, end);
    const all = units >= Math.max(prefix.length, suffix.length);
    if (all ? wholeBefore && wholeAfter : wholeBefore || wholeAfter) result.set(annotation, { start, end });
  }
  return result;
}

/** Where the quote begins or ends, seen from the one place of a side; undefined where there is none or more. */
function only(places: readonly number[] | null | undefined, distance: number): number | undefined {
  return places?.length === 1 ? places[0]! + distance : undefined;
}

/** Units of context that must stand on both sides of the quote; undefined where none can make its place certain. */
function neededContext(annotation: Annotation): number | undefined {
  const { quote, prefix, suffix, context } = annotation;
  if (quote === '' || context === 0 || (atEdge(prefix) && atEdge(suffix))) return undefined;
  const all = Math.max(prefix.length, suffix.length);
  if (context === undefined || atEdge(prefix) || atEdge(suffix) || isCareful(annotation)) return all;
  return Math.min(all, Math.max(LEAST_CONTEXT, context));
}

/** A correction may turn one number or short word into another that stood elsewhere: a part of the context proves nothing. */
function isCareful({ layer, quote }: Annotation): boolean {
  return layer === 'figure' || quote.length <= SHORT_QUOTE || NUMBER.test(quote);
}

/** Annotations that have lost their place, with the places where their quote stands. Near-linear in the text. */
export function withCandidates(annotations: readonly Annotation[], text: string): readonly Orphan[] {
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
