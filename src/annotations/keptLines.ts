/** A line that stands once in either of two texts: the text stayed. Offsets into each. */
export interface KeptLine {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Shorter lines may be the same by chance. */
const LEAST_LINE = 16;

/**
 * The lines that two texts have in common and that stand once in each, in the order of both. A longest such sequence
 * (patience sorting), so that a moved line does not hide the others. Near-linear.
 */
export function keptLines(before: string, after: string): readonly KeptLine[] {
  const places = new Map<string, { before: number; after: number; twice: boolean }>();
  for (const [line, at] of linesOf(before)) {
    const place = places.get(line);
    if (place) place.twice = true;
    else places.set(line, { before: at, after: -1, twice: false });
  }
  for (const [line, at] of linesOf(after)) {
    const place = places.get(line);
    if (!place) continue;
    if (place.after >= 0) place.twice = true;
    place.after = at;
  }
  const common: KeptLine[] = [];
  for (const [line, place] of places) {
    if (place.after >= 0 && !place.twice)
      common.push({ before: place.before, after: place.after, length: line.length });
  }
  return longestAscending(common);
}

function* linesOf(text: string): Generator<readonly [line: string, at: number]> {
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next + 1;
    if (end - at >= LEAST_LINE) yield [text.slice(at, end), at];
    at = end;
  }
}

/** The longest part of `lines` (ascending by `before`) that is ascending by `after` too. */
function longestAscending(lines: readonly KeptLine[]): readonly KeptLine[] {
  const tails: number[] = [];
  const previous = new Int32Array(lines.length).fill(-1);
  lines.forEach((line, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[tails[middle]!]!.after < line.after) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1]!;
    tails[low] = index;
  });
  const result: KeptLine[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) result.push(lines[index]!);
  return result.reverse();
}
