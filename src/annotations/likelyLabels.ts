import type { Span } from '../page/model';
import type { Annotation } from './model';
import type { Suggestion } from './suggestions';
import { isLabel } from './states';

/** Why a label is likely: detectors say so, the same words carry it on this page, or it was given last. */
export type LikelyReason = 'suggested' | 'taggedBefore' | 'last';

export interface LikelyLabel {
  readonly label: string;
  readonly why: LikelyReason;
}

interface Evidence {
  readonly suggestions: readonly Suggestion[];
  readonly annotations: readonly Annotation[];
  /** The label that was given last, on whatever page. */
  readonly last: string | undefined;
}

/**
 * Labels that a span of the page most likely gets, the likeliest first, each once. What the person said about the same
 * words counts more than what detectors say, for they know the names of their project; blanks inside do not count, for
 * words are cut by line ends.
 */
export function likelyLabels(text: string, span: Span, evidence: Evidence): readonly LikelyLabel[] {
  const likely: LikelyLabel[] = [
    ...labelsOfSameWords(text, span, evidence.annotations).map((label) => ({ label, why: 'taggedBefore' as const })),
    ...evidence.suggestions
      .filter((s) => s.layer === 'entity' && s.start < span.end && s.end > span.start)
      .sort((a, b) => distance(a, span) - distance(b, span))
      .map(({ label }) => ({ label, why: 'suggested' as const })),
    ...(evidence.last === undefined ? [] : [{ label: evidence.last, why: 'last' as const }]),
  ];
  const seen = new Set<string>();
  return likely.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** Labels that the same words carry elsewhere on the page, the most frequent first. */
function labelsOfSameWords(text: string, span: Span, annotations: readonly Annotation[]): readonly string[] {
  const words = withoutBlanks(text.slice(span.start, span.end));
  const counts = new Map<string, number>();
  for (const a of annotations) {
    if (a.layer !== 'entity' || !isLabel(a)) continue;
    // The shortest way to say no to nearly all: a span with fewer units than the words cannot hold them.
    if (a.end - a.start < words.length || withoutBlanks(text.slice(a.start, a.end)) !== words) continue;
    counts.set(a.label, (counts.get(a.label) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([label]) => label);
}

function distance(a: Span, b: Span): number {
  return Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
