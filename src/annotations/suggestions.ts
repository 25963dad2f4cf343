import type { Byline, Span } from '../page/model';
import type { Figure } from '../figures/model';
import type { Annotation, KnownLayer } from './model';
import { isDecided } from './states';

/** Something the detectors found, or an import brought, and nobody decided on yet. */
export interface Suggestion extends Span {
  /** Of the annotation that holds it: imported ones are stored, those of the detectors are not. */
  readonly id?: string;
  readonly layer: KnownLayer;
  readonly label: string;
  /** What an accepted suggestion keeps of the detector's reading. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** An entity that the words of the page suggest, with the reasons (codes and data). */
export interface SuggestedEntity extends Span {
  readonly label: string;
  readonly evidence: readonly { readonly code: string }[];
}

/** Whether it is an entity that our own rules suggest. What an import brought waits for a decision as figures do. */
export function isGuess({ id, layer }: Suggestion): boolean {
  return layer === 'entity' && id === undefined;
}

/**
 * What is suggested on a page: figures, bylines and entities without those that a person has decided on, page order. A
 * decision on a figure or byline holds for everything of its layer that it overlaps: a span that a person has drawn
 * otherwise, or refused, does not come back when the detectors see it a little differently. Entities may be nested: see
 * {@link undecidedEntities}. Imported suggestions stand where the detectors would suggest the same.
 */
export function suggestionsOf(
  found: {
    readonly figures: readonly Figure[];
    readonly bylines: readonly Byline[];
    readonly entities?: readonly SuggestedEntity[];
  },
  decided: readonly Annotation[],
): readonly Suggestion[] {
  return [
    ...undecided(figureSuggestions(found.figures), decided, 'figure'),
    ...undecided(found.bylines.map(bylineSuggestion), decided, 'byline'),
    ...undecidedEntities(found.entities ?? [], decided),
    ...decided.filter((a) => !isDecided(a)).map(importedSuggestion),
  ].sort(byPlace);
}

/**
 * Entities that nobody decided on: what a person tagged, with whatever label, is no more suggested in whole or in part;
 * what a person refused is a span with a label, and another label or another span may still be right there.
 */
function undecidedEntities(
  entities: readonly SuggestedEntity[],
  decided: readonly Annotation[],
): readonly Suggestion[] {
  const own = decided.filter((a) => a.layer === 'entity');
  const refused = new Set(own.filter((a) => a.state === 'rejected').map(keyOf));
  const open = entities.filter((entity) => !refused.has(keyOf(entity))).map(entitySuggestion);
  return undecided(
    open,
    own.filter((a) => a.state !== 'rejected'),
    'entity',
  );
}

function keyOf({ start, end, label }: Span & { readonly label: string }): string {
  return `${start} ${end} ${label}`;
}

function importedSuggestion({ id, layer, label, start, end, author, data }: Annotation): Suggestion {
  const evidence = [{ code: 'imported', ...(author !== undefined && { author }) }];
  return { id, layer: layer as KnownLayer, label, start, end, data: { evidence, ...data } };
}

function entitySuggestion({ start, end, label, evidence }: SuggestedEntity): Suggestion {
  return { start, end, layer: 'entity', label, data: { evidence } };
}

function undecided(
  suggestions: readonly Suggestion[],
  decided: readonly Annotation[],
  layer: KnownLayer,
): readonly Suggestion[] {
  const taken = decided.filter((a) => a.layer === layer && a.start < a.end).sort(byPlace);
  /** The furthest end of the decisions up to and with each. */
  const reach: number[] = [];
  for (const { end } of taken) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return suggestions.filter(({ start, end }) => {
    const before = countBefore(taken, end);
    return before === 0 || reach[before - 1]! <= start;
  });
}

/** How many of the spans, sorted by start, begin before an offset. */
function countBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** A page has thousands of figures, and what is suggested is asked for after every decision. */
const ofFigures = new WeakMap<readonly Figure[], readonly Suggestion[]>();

function figureSuggestions(figures: readonly Figure[]): readonly Suggestion[] {
  let suggestions = ofFigures.get(figures);
  if (!suggestions) ofFigures.set(figures, (suggestions = figures.map(figureSuggestion)));
  return suggestions;
}

function figureSuggestion(figure: Figure): Suggestion {
  const { start, end, kind, articleId, ...data } = figure;
  return { start, end, layer: 'figure', label: kind, data };
}

function bylineSuggestion(byline: Byline): Suggestion {
  const { start, end, kind, articleId, ...data } = byline;
  return { start, end, layer: 'byline', label: kind, data };
}
