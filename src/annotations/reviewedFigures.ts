import type { Figure } from '../figures/model';
import type { Annotation, AnnotationState } from './model';
import { isDecided } from './states';

/** A figure as it stands after review: what the detector read, or what a person said instead. */
export interface ReviewedFigure {
  readonly figure: Figure;
  /** `open` where nobody decided yet. */
  readonly state: AnnotationState | 'open';
  readonly annotation?: Annotation;
}

/** All figures of a page with the decisions on them, page order; rejected ones too. */
export function reviewedFigures(
  figures: readonly Figure[],
  annotations: readonly Annotation[],
): readonly ReviewedFigure[] {
  const decided = new Map(
    annotations
      .filter((a) => a.layer === 'figure' && isDecided(a))
      .map((annotation) => [keyOf(annotation), annotation]),
  );
  const reviewed = figures.map((figure): ReviewedFigure => {
    const annotation = decided.get(keyOf(figure));
    if (!annotation) return { figure, state: 'open' };
    decided.delete(keyOf(figure));
    return { figure: corrected(figure, annotation), state: annotation.state, annotation };
  });
  // What the detector no longer finds (or never did) is a figure because a person said so.
  for (const annotation of decided.values()) {
    const { start, end } = annotation;
    const bare: Figure = {
      start,
      end,
      kind: 'other',
      value: null,
      unit: '',
      modifier: 'exact',
      change: null,
      basis: null,
      metric: null,
      articleId: null,
    };
    reviewed.push({ figure: corrected(bare, annotation), state: annotation.state, annotation });
  }
  return reviewed.sort((a, b) => a.figure.start - b.figure.start);
}

function keyOf(span: { readonly start: number; readonly end: number }): string {
  return `${span.start} ${span.end}`;
}

/** The fields that a person can correct, where the stored ones are of the right type. */
function corrected(figure: Figure, { data = {} }: Annotation): Figure {
  const { value, unit, metric, iso } = data;
  return {
    ...figure,
    ...((typeof value === 'number' || value === null) && { value }),
    ...(typeof unit === 'string' && { unit }),
    ...((typeof metric === 'string' || metric === null) && { metric }),
    ...(typeof iso === 'string' && { iso }),
  };
}
