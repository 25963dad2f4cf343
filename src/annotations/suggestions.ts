import type { Byline, Span } from '../page/model';
import type { Figure } from '../figures/model';
import type { Annotation, KnownLayer } from './model';

/** Something the detectors found and nobody decided on yet. Not stored. */
export interface Suggestion extends Span {
  readonly layer: KnownLayer;
  readonly label: string;
  /** What an accepted suggestion keeps of the detector's reading. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is suggested on a page: figures and bylines without those that a person has decided on. Page order. */
export function suggestionsOf(
  found: { readonly figures: readonly Figure[]; readonly bylines: readonly Byline[] },
  decided: readonly Annotation[],
): readonly Suggestion[] {
  const taken = new Set(decided.map((a) => keyOf(a.layer, a)));
  const all = [...found.figures.map(figureSuggestion), ...found.bylines.map(bylineSuggestion)];
  return all.filter((s) => !taken.has(keyOf(s.layer, s))).sort((a, b) => a.start - b.start || a.end - b.end);
}

function keyOf(layer: string, span: Span): string {
  return `${layer} ${span.start} ${span.end}`;
}

function figureSuggestion(figure: Figure): Suggestion {
  const { start, end, kind, articleId, ...data } = figure;
  return { start, end, layer: 'figure', label: kind, data };
}

function bylineSuggestion(byline: Byline): Suggestion {
  const { start, end, kind, articleId, ...data } = byline;
  return { start, end, layer: 'byline', label: kind, data };
}
