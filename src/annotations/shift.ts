import type { Annotation } from './model';
import { Moves, type TextChange } from './moves';

export type { TextChange } from './moves';

/** Annotations moved through one change; see {@link Moves.stretched}. */
export function shift(annotations: readonly Annotation[], change: TextChange): readonly Annotation[] {
  return shiftAll(annotations, [change]);
}

/** Annotations moved through changes that do not overlap, from the end of the text to its start. */
export function shiftAll(annotations: readonly Annotation[], changes: readonly TextChange[]): readonly Annotation[] {
  const moves = new Moves(changes);
  return annotations.map((annotation) => {
    const { start, end } = moves.stretched(annotation);
    return start === annotation.start && end === annotation.end ? annotation : { ...annotation, start, end };
  });
}
