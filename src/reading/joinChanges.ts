import type { TextChange } from '../annotations/moves';

/**
 * Two changes one after the other as one, where they meet: what a typist does key by key. `second` has offsets into the
 * text that `first` left. Undefined where they stand apart.
 */
export function joinChanges(first: TextChange, second: TextChange): TextChange | undefined {
  const end = first.offset + first.text.length;
  if (first.computed || second.computed || second.offset > end || second.offset + second.length < first.offset)
    return undefined;
  const before = Math.max(0, first.offset - second.offset);
  const behind = Math.max(0, second.offset + second.length - end);
  const kept = {
    head: first.text.slice(0, Math.max(0, second.offset - first.offset)),
    tail: first.text.slice(Math.max(0, second.offset + second.length - first.offset)),
  };
  return {
    offset: first.offset - before,
    length: before + first.length + behind,
    text: kept.head + second.text + kept.tail,
  };
}
