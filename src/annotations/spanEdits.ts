import type { Span } from '../page/model';
import type { PageText } from '../page/text';
import { byPlace, makeAnnotation, type SidecarEdit } from './edits';
import type { Annotation } from './model';
import { redirected } from './relations';
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
 * start to the last end, the others go. It takes over their notes, attributes (its own ones win), relations, and the relations of `all` that
 * lead to them. None where
 * there are fewer than two, or labels differ.
 */
export function mergeSpans(
  page: PageText,
  annotations: readonly Annotation[],
  all: readonly Annotation[],
  by: Signature,
): readonly SidecarEdit[] {
  const [first, ...others] = [...annotations].sort(byPlace);
  if (!first || others.length === 0) return [];
  if (others.some((a) => a.layer !== first.layer || a.label !== first.label)) return [];
  const end = Math.max(...annotations.map((a) => a.end));
  const gone = new Set(others.map((a) => a.id));
  const relations = annotations.flatMap((a) => a.relations ?? []);
  const notes = [...new Set(annotations.flatMap((a) => a.note ?? []))];
  const attributes = Object.assign({}, ...[...others].reverse().map((a) => a.attributes), first.attributes) as object;
  const joined: Annotation = {
    ...first,
    ...(relations.length > 0 && { relations }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
    ...(Object.keys(attributes).length > 0 && { attributes: attributes as NonNullable<Annotation['attributes']> }),
  };
  // Relations between the parts would lead from the whole to itself.
  const whole = redirected(joined, new Set([first.id, ...gone]), first.id);
  return [
    { type: 'change', before: first, after: respanned(page, whole, { start: first.start, end }, by) },
    ...others.map((annotation): SidecarEdit => ({ type: 'remove', annotation })),
    ...all
      .filter((a) => a.id !== first.id && !gone.has(a.id))
      .flatMap((before): SidecarEdit[] => {
        const after = redirected(before, gone, first.id);
        return after === before ? [] : [{ type: 'change', before, after }];
      }),
  ];
}

/** The annotation on another span, with its quote and context; everything else of it stays. */
function respanned(page: PageText, before: Annotation, span: Span, by: Signature): Annotation {
  const { author, time } = by;
  const placed = makeAnnotation(page, { ...before, ...span, state: 'edited', time });
  const { lost, ...rest } = before;
  return { ...rest, ...placed, ...(author !== undefined && { author }) };
}
