import diff from 'fast-diff';
import { keptLines } from './keptLines';
import type { TextChange } from './shift';
import { isHigh, isLow } from './surrogates';

/** Characters that must be the same in a row before they count as text that stayed. */
const KEPT_RUN = 24;
/** The cost of comparing by character grows with the square of the differences: 2,000 unlike characters take 0.1 s. */
const MAX_DIFF = 1_500;
/** Characters compared one by one in one change, all gaps together. */
const MAX_DIFF_IN_ALL = 30_000;

/** A person replaces a word or a sentence; what is longer or runs over lines comes from a program or a reload. */
const BY_HAND = 100;
/** Longer look-alikes beside a change are cut to this when it is asked what of them stayed. */
const MAX_DOUBT = 256;

/**
 * A change as the smaller changes it is made of: a reload of a file arrives as one replacement of nearly everything,
 * but most of the text stayed. Short runs that are the same by chance do not count as text that stayed. Lines that
 * stand once before and after are kept first; what lies between two of them is compared by character where it is short.
 * A comparison cannot say which of two look-alikes stayed: what stands beside a difference and in it belongs to the
 * change, which is `computed`. In order from the end of the text to its start, so that each offset holds while they
 * are applied one by one.
 */
export function refine(before: string, change: TextChange): readonly TextChange[] {
  const removed = before.slice(change.offset, change.offset + change.length);
  const inserted = change.text;
  if (removed === inserted) return [];
  if (removed === '' || inserted === '') return [change];
  if (removed.length <= BY_HAND && !removed.includes('\n'))
    return [changeOf(trimmed(removed, inserted, change.offset))];
  const changes: TextChange[] = [];
  let budget = MAX_DIFF_IN_ALL;
  let atRemoved = 0;
  let atInserted = 0;
  const end = { before: removed.length, after: inserted.length, length: 0 };
  for (const kept of [...keptLines(removed, inserted), end]) {
    const gap = trimmed(
      removed.slice(atRemoved, kept.before),
      inserted.slice(atInserted, kept.after),
      change.offset + atRemoved,
    );
    const size = gap.removed.length + gap.inserted.length;
    if (gap.removed !== '' && gap.inserted !== '' && size <= Math.min(MAX_DIFF, budget)) {
      budget -= size;
      changes.push(...byCharacter(gap));
    } else if (size > 0) changes.push(changeOf(gap));
    atRemoved = kept.before + kept.length;
    atInserted = kept.after + kept.length;
  }
  return doubtful(before, changes, change).reverse();
}

/** Changes with the text beside them that may have come from elsewhere, as far as the next one, within the whole. */
function doubtful(before: string, changes: readonly TextChange[], whole: TextChange): TextChange[] {
  const result: TextChange[] = [];
  let from = whole.offset;
  changes.forEach((change, index) => {
    const end = change.offset + change.length;
    const until = changes[index + 1]?.offset ?? whole.offset + whole.length;
    const kept = {
      head: before.slice(Math.max(from, change.offset - MAX_DOUBT), change.offset),
      tail: before.slice(end, Math.min(until, end + MAX_DOUBT)),
    };
    const texts = [before.slice(change.offset, end), change.text];
    let head = 0;
    while (head < kept.head.length && standsIn(texts, kept.head.slice(-1 - head))) head++;
    let tail = 0;
    while (tail < kept.tail.length && standsIn(texts, kept.tail.slice(0, tail + 1))) tail++;
    result.push({
      offset: change.offset - head,
      length: head + change.length + tail,
      text: kept.head.slice(kept.head.length - head) + change.text + kept.tail.slice(0, tail),
      computed: true,
    });
    from = end + tail;
  });
  return result;
}

function standsIn(texts: readonly string[], part: string): boolean {
  return texts.some((text) => text.includes(part));
}

interface Gap {
  readonly offset: number;
  readonly removed: string;
  readonly inserted: string;
}

function changeOf({ offset, removed, inserted }: Gap): TextChange {
  return { offset, length: removed.length, text: inserted };
}

function byCharacter({ offset, removed, inserted }: Gap): readonly TextChange[] {
  const changes: TextChange[] = [];
  let at = offset;
  let open: { offset: number; length: number; text: string } | undefined;
  for (const [kind, text] of diff(removed, inserted)) {
    if (kind === diff.EQUAL && text.length >= KEPT_RUN) {
      if (open) changes.push(open);
      open = undefined;
    } else {
      open ??= { offset: at, length: 0, text: '' };
      if (kind !== diff.INSERT) open.length += text.length;
      if (kind !== diff.DELETE) open.text += text;
    }
    if (kind !== diff.INSERT) at += text.length;
  }
  if (open) changes.push(open);
  return changes;
}

/** A replacement without what both texts begin and end with. */
function trimmed(removed: string, inserted: string, offset: number): Gap {
  const shorter = Math.min(removed.length, inserted.length);
  let head = 0;
  while (head < shorter && removed.charCodeAt(head) === inserted.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    removed.charCodeAt(removed.length - 1 - tail) === inserted.charCodeAt(inserted.length - 1 - tail)
  ) {
    tail++;
  }
  if (isHigh(removed.charCodeAt(head - 1))) head--;
  if (tail > 0 && isLow(removed.charCodeAt(removed.length - tail))) tail--;
  return {
    offset: offset + head,
    removed: removed.slice(head, removed.length - tail),
    inserted: inserted.slice(head, inserted.length - tail),
  };
}
