import type { Span } from '../page/model';
import type { PageText } from '../page/text';
import { distinguishing, quoteAt, wholeEdge } from './context';
import type { Annotation, Sidecar } from './model';
import { isHigh, isLow } from './surrogates';

/** One change of a sidecar that knows how to be taken back. */
export type SidecarEdit =
  | { readonly type: 'add'; readonly annotation: Annotation }
  | { readonly type: 'remove'; readonly annotation: Annotation }
  | { readonly type: 'change'; readonly before: Annotation; readonly after: Annotation };

/**
 * The sidecar after the edits, sorted. A removal or change of an annotation that is gone does nothing; an annotation
 * that is added with an id that is taken replaces the one that has it.
 */
export function applyEdits(sidecar: Sidecar, edits: readonly SidecarEdit[]): Sidecar {
  const byId = new Map(sidecar.annotations.map((a) => [a.id, a]));
  for (const edit of edits) {
    switch (edit.type) {
      case 'add':
        byId.set(edit.annotation.id, edit.annotation);
        break;
      case 'remove':
        byId.delete(edit.annotation.id);
        break;
      case 'change':
        if (byId.has(edit.before.id)) byId.set(edit.before.id, edit.after);
        break;
    }
  }
  return { ...sidecar, annotations: [...byId.values()].sort(byPlace) };
}

/** The edits that take `edits` back. */
export function invert(edits: readonly SidecarEdit[]): readonly SidecarEdit[] {
  return [...edits].reverse().map((edit) => {
    switch (edit.type) {
      case 'add':
        return { type: 'remove', annotation: edit.annotation };
      case 'remove':
        return { type: 'add', annotation: edit.annotation };
      case 'change':
        return { type: 'change', before: edit.after, after: edit.before };
    }
  });
}

/** Order of annotations in a sidecar: start, end, id. */
export function byPlace(a: Annotation, b: Annotation): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** What a person decided about a span, before it has a quote. */
export type Decision = Pick<
  Annotation,
  'id' | 'layer' | 'start' | 'end' | 'label' | 'state' | 'time' | 'author' | 'data'
>;

/** An annotation of a span of the page, with the quote and the context that find its place again. */
export function makeAnnotation(page: PageText, decision: Decision): Annotation {
  return makeAnnotations(page, [decision])[0]!;
}

/** As {@link makeAnnotation}, for many at once: the page is read once for the contexts of all. */
export function makeAnnotations(page: PageText, decisions: readonly Decision[]): readonly Annotation[] {
  const spans = decisions.map((decision) => ({
    start: wholeEdge(page.text, decision.start, -1),
    end: wholeEdge(page.text, decision.end, 1),
  }));
  const quoted = spans.map((span) => quoteAt(page.text, span));
  const contexts = distinguishing(page.text, quoted);
  return decisions.map(({ id, layer, label, state, time, author, data }, index) => ({
    id,
    layer,
    ...spans[index]!,
    label,
    ...quoted[index]!,
    context: contexts[index]!,
    state,
    ...(author !== undefined && { author }),
    time,
    ...(data !== undefined && { data }),
  }));
}

/**
 * Annotations as they stand on the text of the page now: text that was edited inside or around a span is its quote and
 * its context from now on, and it is not lost any more. For writing them with this text as the one they belong to.
 */
export function requote(page: PageText, annotations: readonly Annotation[]): readonly Annotation[] {
  const quoted = annotations.map((annotation) => quoteAt(page.text, annotation));
  const contexts = distinguishing(page.text, quoted);
  return annotations.map(({ lost, ...annotation }, index) => ({
    ...annotation,
    ...quoted[index],
    context: contexts[index]!,
  }));
}

/** Long texts are compared by blocks first: a hundred times as fast as by character. */
const BLOCK = 4096;

/** The smallest single replacement that makes `before` into `after`: offsets into `before`, end exclusive. */
export function textEdit(before: string, after: string): Span & { readonly text: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + BLOCK <= shorter && before.slice(start, start + BLOCK) === after.slice(start, start + BLOCK)) {
    start += BLOCK;
  }
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  const block = (text: string): string => text.slice(text.length - tail - BLOCK, text.length - tail);
  while (tail + BLOCK <= shorter - start && block(before) === block(after)) tail += BLOCK;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  if (isHigh(before.charCodeAt(start - 1))) start--;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
