import type { Analysis } from '../analysis';
import type { Annotation } from '../annotations/model';
import { reviewedFigures } from '../annotations/reviewedFigures';
import { suggestionsOf } from '../annotations/suggestions';
import type { Figure } from '../figures/model';
import type { Span } from '../page/model';
import type { Mark, MarkState } from './document';
import type { ExportRequest } from './request';

/** A mark before it has a place in a document: its offsets are those of the page. */
export type PageMark = Omit<Mark, 'page' | 'line' | 'quote'>;

type Choice = Pick<ExportRequest, 'layers' | 'states'>;

/**
 * Everything on a page that a request asks for: decisions of the wanted states, and what the detectors suggest where
 * the request takes suggestions. With `corrections` the layer `structure` is what a person corrected, as it is stored;
 * otherwise it is the blocks of the page: decided where somebody marked the page's make-up as reviewed, and suggested
 * where nobody did.
 */
export function pageMarks(
  analysis: Analysis,
  annotations: readonly Annotation[],
  choice: Choice,
  corrections: boolean,
): readonly PageMark[] {
  const marks: PageMark[] = [];
  const figures = new Map(
    reviewedFigures(analysis.figures, annotations).flatMap(({ annotation, figure }) =>
      annotation ? [[annotation.id, figure]] : [],
    ),
  );
  for (const annotation of annotations) {
    if (annotation.layer === 'structure' && !corrections) continue;
    if (!isWanted(annotation, choice)) continue;
    const figure = figures.get(annotation.id);
    marks.push(fromAnnotation(annotation, figure));
  }
  if (choice.states.includes('suggested')) {
    for (const { id, layer, label, start, end, data } of suggestionsOf(analysis, annotations)) {
      // Imported ones are among the annotations.
      if (id !== undefined || !choice.layers.includes(layer)) continue;
      marks.push({ id: derivedId(layer, { start, end }), layer, label, start, end, state: 'suggested', data });
    }
  }
  if (choice.layers.includes('structure') && !corrections) marks.push(...blockMarks(analysis, annotations, choice));
  return marks;
}

/** Whether a request asks for what has such a layer and state. */
export function isWanted(
  { layer, state }: { readonly layer: string; readonly state: MarkState },
  { layers, states }: Choice,
): boolean {
  return layers.includes(layer) && states.includes(group(state));
}

/** The states that a request names. */
function group(state: MarkState): ExportRequest['states'][number] {
  return state === 'rejected' || state === 'suggested' ? state : 'accepted';
}

function fromAnnotation(annotation: Annotation, figure: Figure | undefined): PageMark {
  const { id, layer, label, start, end, state, author, time, attributes, relations, note } = annotation;
  const data = figure ? { ...dataOf(figure), ...annotation.data } : annotation.data;
  return { id, layer, label, start, end, state, author, time, data, attributes, relations, note };
}

function dataOf({ start, end, kind, articleId, ...data }: Figure): Readonly<Record<string, unknown>> {
  return data;
}

function blockMarks(analysis: Analysis, annotations: readonly Annotation[], choice: Choice): readonly PageMark[] {
  const reviewed = annotations.some(
    ({ layer, label, state }) => layer === 'structure' && label === 'reviewed' && state !== 'rejected',
  );
  const state: MarkState = reviewed ? 'accepted' : 'suggested';
  if (!isWanted({ layer: 'structure', state }, choice)) return [];
  return [...analysis.articles.flatMap(({ blocks }) => blocks), ...analysis.unassigned].map(({ role, start, end }) => ({
    id: derivedId('structure', { start, end }),
    layer: 'structure',
    label: role,
    start,
    end,
    state,
  }));
}

/** The same suggestion has the same id in every export of the same text. */
function derivedId(layer: string, { start, end }: Span): string {
  return `${layer}-${start}-${end}`;
}
