import type { Span } from '../page/model';
import type { PageText } from '../page/text';
import { byPlace, makeAnnotation, type SidecarEdit } from './edits';
import type { Annotation } from './model';
import { trimSpan } from './trimSpan';

/** Who changes a span, and when. */
export interface Signature {
  readonly author?: string | undefined;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** The edits that give an annotation another span; none where it has that span or the new one is empty. */
export function changeSpan(
  page: PageText,
  before: Annotation,
  { start, end }: Span,
  by: Signature,
): readonly SidecarEdit[] {
  if (start >= end || start < 0 || end > page.text.length) return [];
  if (start === before.start && end === before.end) return [];
  return [{ type: 'change', before, after: respanned(page, before, { start, end }, by) }];
}

/**
 * The edits that cut an annotation in two at an offset inside it: the first part keeps the id and all that points to
 * it, the second one is new. Blanks and punctuation at the cut belong to neither. None where a part would be empty.
 */
export function splitAt(
  page: PageText,
  before: Annotation,
  offset: number,
  newId: string,
  by: Signature,
): readonly SidecarEdit[] {
  if (offset <= before.start || offset >= before.end) return [];
  const first = trimSpan(page.text, { start: before.start, end: offset });
  const second = trimSpan(page.text, { start: offset, end: before.end });
  if (!first || !second) return [];
  const { relations, note, ...rest } = before;
  return [
    { type: 'change', before, after: respanned(page, before, first, by) },
    { type: 'add', annotation: { ...respanned(page, rest, second, by), id: newId } },
  ];
}

/**
 * The edits that make one annotation of several of the same layer and label: the first one reaches from the first
 * start to the last end, the others go. None where there are fewer than two, or labels differ.
 */
export function mergeSpans(page: PageText, annotations: readonly Annotation[], by: Signature): readonly SidecarEdit[] {
  const [first, ...others] = [...annotations].sort(byPlace);
  if (!first || others.length === 0) return [];
  if (others.some((a) => a.layer !== first.layer || a.label !== first.label)) return [];
  const end = Math.max(...annotations.map((a) => a.end));
  return [
    { type: 'change', before: first, after: respanned(page, first, { start: first.start, end }, by) },
    ...others.map((annotation) => ({ type: 'remove' as const, annotation })),
  ];
}

/** The annotation on another span, with its quote and context; everything else of it stays. */
function respanned(page: PageText, before: Annotation, span: Span, by: Signature): Annotation {
  const { author, time } = by;
  const placed = makeAnnotation(page, { ...before, ...span, state: 'edited', time });
  const { lost, ...rest } = before;
  return { ...rest, ...placed, ...(author !== undefined && { author }) };
}
