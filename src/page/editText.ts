import type { PageText } from './text';

/** A replacement: `length` UTF-16 units at `offset` give way to `text`, whose line ends are `\n`. */
interface Replacement {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * A page after replacements that do not overlap, given from the end of the text to its start, offsets into the text
 * before. As if the new text were read again (the kind of its line ends stays), in a fraction of the time: a key on a
 * long page must not cost a walk through all of it.
 */
export function editText(page: PageText, replacements: readonly Replacement[]): PageText {
  const parts: string[] = [];
  const starts: Int32Array[] = [];
  let from = 0;
  let fromLine = 0;
  let delta = 0;
  let length = 0;
  const keep = (to: number, toLine: number): void => {
    parts.push(page.text.slice(from, to));
    const kept = page.lineStarts.slice(fromLine, toLine);
    if (delta !== 0) for (let i = 0; i < kept.length; i++) kept[i]! += delta;
    starts.push(kept);
    length += to - from;
  };
  for (const { offset, length: removed, text } of [...replacements].reverse()) {
    // A line that starts at the replacement stands before it; those that start in it or right behind it are gone.
    keep(offset, linesUpTo(page, offset));
    parts.push(text);
    starts.push(Int32Array.from(startsIn(text, length)));
    length += text.length;
    from = offset + removed;
    fromLine = linesUpTo(page, from);
    delta = length - from;
  }
  keep(page.text.length, page.lineStarts.length);
  const lineStarts = new Int32Array(starts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of starts) {
    lineStarts.set(part, at);
    at += part.length;
  }
  return { ...page, text: parts.join(''), lineStarts };
}

/** How many lines start at or before an offset. */
function linesUpTo({ lineStarts }: PageText, offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineStarts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* startsIn(text: string, offset: number): Iterable<number> {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) yield offset + at + 1;
}
