import type { Span } from '../page/model';
import type { PageText } from '../page/text';
import type { Annotation, Sidecar } from './model';

/** One change of a sidecar that knows how to be taken back. */
export type SidecarEdit =
  | { readonly type: 'add'; readonly annotation: Annotation }
  | { readonly type: 'remove'; readonly annotation: Annotation }
  | { readonly type: 'change'; readonly before: Annotation; readonly after: Annotation };

/** Text kept on either side of a quote, in UTF-16 units. */
const CONTEXT = 32;

/** The sidecar after the edits, sorted. An edit of an annotation that is gone does nothing. */
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

/** An annotation of a span of the page, with the quote and the context that find its place again. */
export function makeAnnotation(
  page: PageText,
  decision: Pick<Annotation, 'id' | 'layer' | 'start' | 'end' | 'label' | 'state' | 'time' | 'author' | 'data'>,
): Annotation {
  const { id, layer, label, state, time, author, data } = decision;
  const start = edge(page.text, decision.start, -1);
  const end = edge(page.text, decision.end, 1);
  return {
    id,
    layer,
    start,
    end,
    label,
    ...quoteAt(page.text, { start, end }),
    state,
    ...(author !== undefined && { author }),
    time,
    ...(data !== undefined && { data }),
  };
}

/** The quote of a span and up to 32 units of context on both sides, never half a surrogate pair. */
export function quoteAt(text: string, { start, end }: Span): Pick<Annotation, 'quote' | 'prefix' | 'suffix'> {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(edge(text, Math.max(0, start - CONTEXT), 1), start),
    suffix: text.slice(end, edge(text, Math.min(text.length, end + CONTEXT), -1)),
  };
}

/** The offset itself, or its neighbour in the given direction where it would cut a surrogate pair. */
function edge(text: string, offset: number, direction: 1 | -1): number {
  const inside = isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
  return inside ? offset + direction : offset;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The smallest single replacement that makes `before` into `after`: offsets into `before`, end exclusive. */
export function textEdit(before: string, after: string): Span & { readonly text: string } {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
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
