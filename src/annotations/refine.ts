import diff from 'fast-diff';
import type { TextChange } from './shift';

/** Characters that must be the same in a row before they count as text that stayed. */
const KEPT_RUN = 16;
/** Character differences of longer texts cost more than they tell. */
const MAX_DIFF = 60_000;

/**
 * A change as the smaller changes it is made of: a reload of a file arrives as one replacement of nearly everything,
 * but most of the text stayed. Short runs that are the same by chance do not count as text that stayed.
 * In order from the end of the text to its start, so that each offset holds while they are applied one by one.
 */
export function refine(before: string, change: TextChange): readonly TextChange[] {
  const removed = before.slice(change.offset, change.offset + change.length);
  const inserted = change.text;
  if (removed === '' || inserted === '') return removed === inserted ? [] : [change];
  if (removed === inserted) return [];
  if (removed.length > MAX_DIFF || inserted.length > MAX_DIFF) return [trimmed(removed, change)];
  const changes: TextChange[] = [];
  let at = change.offset;
  let open: { offset: number; length: number; text: string } | undefined;
  const parts = diff(removed, inserted);
  parts.forEach(([kind, text], index) => {
    const stays = kind === diff.EQUAL && (text.length >= KEPT_RUN || index === 0 || index === parts.length - 1);
    if (stays) {
      if (open) changes.push(open);
      open = undefined;
    } else {
      open ??= { offset: at, length: 0, text: '' };
      if (kind !== diff.INSERT) open.length += text.length;
      if (kind !== diff.DELETE) open.text += text;
    }
    if (kind !== diff.INSERT) at += text.length;
  });
  if (open) changes.push(open);
  return changes.reverse();
}

function trimmed(removed: string, change: TextChange): TextChange {
  const { text } = change;
  const shorter = Math.min(removed.length, text.length);
  let head = 0;
  while (head < shorter && removed.charCodeAt(head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && removed.at(-1 - tail) === text.at(-1 - tail)) tail++;
  return {
    offset: change.offset + head,
    length: removed.length - head - tail,
    text: text.slice(head, text.length - tail),
  };
}
