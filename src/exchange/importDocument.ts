import type { Analysis } from '../analysis';
import { makeAnnotations, type SidecarEdit } from '../annotations/edits';
import type { Annotation, AnnotationState } from '../annotations/model';
import type { Scheme } from '../annotations/scheme';
import type { PageText } from '../page/text';
import { align } from './alignment';
import { articleOf } from './pageIndex';
import type { ImportProblem, ReadDocument } from './reading';
import { settle, type SettledSpan } from './settleUnits';
import { stableId } from './stableId';

/** A page that takes what is imported. */
export interface ImportTarget {
  readonly page: PageText;
  /** With the corrections of its make-up: an article is what it was at the export. */
  readonly analysis: Analysis;
  /** Anchored on the page's text. */
  readonly annotations: readonly Annotation[];
}

export interface ImportContext {
  readonly scheme: Scheme;
  /** Who imports and when, for spans of which the file says neither. */
  readonly author?: string | undefined;
  readonly time: string;
  readonly problem: (problem: ImportProblem) => void;
}

/** What an imported document does to a page. */
export interface Imported {
  readonly edits: readonly SidecarEdit[];
  /** Spans that the page has already, with the same label and place. */
  readonly known: number;
}

/**
 * The edits that take the spans of a document into a page, or undefined where the page's text is not the document's.
 * Every span is verified on both texts. The same import a second time changes nothing; a span that the page has already
 * under another id stays as it is.
 */
export function importDocument(
  document: ReadDocument,
  { page, analysis, annotations }: ImportTarget,
  context: ImportContext,
): Imported | undefined {
  const settled = settle(document, context.problem, document.text ?? page.text);
  const place = align(settled.text, page.text, analysis, articleOf(document));
  if (!place) return undefined;
  const labels = new Set(context.scheme.labels.map(({ id }) => id));
  const ids = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const spots = new Map(annotations.map((annotation) => [spotOf(annotation), annotation]));
  const own = new Map<string, string>();
  const wanted: { readonly span: SettledSpan; readonly id: string; readonly start: number; readonly end: number }[] =
    [];
  let known = 0;
  for (const span of settled.spans) {
    const at = place(span);
    if (!at) {
      context.problem({ code: 'no-place', place: span.place, detail: span.quote });
      continue;
    }
    if (span.layer === 'entity' && !labels.has(span.label)) {
      context.problem({ code: 'unknown-label', place: span.place, detail: span.label });
      continue;
    }
    const spot = spots.get(spotOf({ ...span, ...at }));
    const taken = ids.get(span.id);
    if (spot) {
      known++;
      own.set(span.id, spot.id);
      continue;
    }
    // An id of the file that another span of this page has is not ours to take.
    const id = taken ? stableId(span.id, span.layer, span.label, at.start, at.end) : span.id;
    own.set(span.id, id);
    wanted.push({ span, id, ...at });
  }
  const made = makeAnnotations(
    page,
    wanted.map(({ span, id, start, end }) => ({
      id,
      layer: span.layer,
      label: span.label,
      start,
      end,
      state: stateOf(span),
      author: span.author ?? context.author,
      time: span.time ?? context.time,
      data: span.data,
    })),
  );
  const edits = made.map((annotation, index): SidecarEdit => {
    const { attributes, relations, note } = wanted[index]!.span;
    const led = relations?.flatMap(({ target, ...relation }) => {
      const id = own.get(target);
      return id === undefined ? [] : [{ ...relation, target: id }];
    });
    const more = {
      ...(attributes && Object.keys(attributes).length > 0 && { attributes }),
      ...(led && led.length > 0 && { relations: led }),
      ...(note !== undefined && { note }),
    };
    return { type: 'add', annotation: { ...annotation, ...more } };
  });
  return { edits, known };
}

function stateOf({ suggested, rejected, state }: SettledSpan): AnnotationState {
  if (rejected) return 'rejected';
  return suggested ? 'suggested' : (state ?? 'added');
}

function spotOf({ layer, label, start, end }: Pick<Annotation, 'layer' | 'label' | 'start' | 'end'>): string {
  return JSON.stringify([layer, label, start, end]);
}
