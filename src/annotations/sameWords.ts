import { isAsciiWord } from '../page/characters';
import { type FlowText, flowOf, toPage } from '../page/flow';
import type { Span } from '../page/model';
import type { PageText } from '../page/text';
import type { Annotation } from './model';
import { isLabel } from './states';

/** Where else the same words stand on a page, and what was left out. Places in page order; they do not overlap. */
export interface SameWords {
  readonly places: readonly Span[];
  readonly skipped: {
    /** Carry the label already, or lie in a longer span that does. */
    readonly labelled: number;
    /** A person said no to exactly this. */
    readonly rejected: number;
    /** Are part of longer words that carry the label elsewhere on the page: 石桥 in 石桥镇. */
    readonly inLonger: number;
  };
}

interface Question {
  /** As on the page: line ends and blanks inside do not count. */
  readonly words: string;
  /** What the places are to carry; undefined: whatever it will be. */
  readonly label: string | undefined;
  readonly annotations: readonly Annotation[];
  /** Flow texts of the page's paragraphs: words that are cut by a line end or letter-spaced are found in them. */
  readonly flows: readonly FlowText[];
}

/**
 * The places of some words that could get a label: character by character (李明 in 记者李明), the longest first (where
 * longer words that hold them carry the label elsewhere on the page, their places belong to these), without those that
 * have the label or were refused it. A place inside a span with another label counts: nested spans are normal. Words
 * that begin or end with ASCII letters or digits are whole ones: 3 is not found in 13. Linear in the text for each
 * different longer word.
 */
export function sameWords(page: PageText, { words, label, annotations, flows }: Question): SameWords {
  const needle = flowWords(words);
  const skipped = { labelled: 0, rejected: 0, inLonger: 0 };
  if (needle === '') return { places: [], skipped };
  const entities = annotations.filter((a) => a.layer === 'entity' && (label === undefined || a.label === label));
  const shown = entities.filter(isLabel);
  const rejected = new Set(entities.filter((a) => a.state === 'rejected').map(keyOf));
  const labelled = new Cover(shown);
  const longer = new Cover(placesOfLonger(page, flows, needle, shown));
  const places = placesOf(page, flows, needle).filter((place) => {
    if (rejected.has(keyOf(place))) skipped.rejected++;
    else if (label === undefined ? labelled.hasExactly(place) : labelled.overlaps(place)) skipped.labelled++;
    else if (label !== undefined && longer.overlaps(place)) skipped.inLonger++;
    else return true;
    return false;
  });
  return { places, skipped };
}

/** Words as they are compared: without line ends and the blanks of typesetting, full-width letters folded. */
function flowWords(words: string): string {
  return flowOf(words, [{ start: 0, end: words.length }]).text;
}

function placesOfLonger(
  page: PageText,
  flows: readonly FlowText[],
  needle: string,
  shown: readonly Annotation[],
): readonly Span[] {
  const longer = new Set(shown.map((a) => flowWords(page.text.slice(a.start, a.end))));
  return [...longer]
    .filter((words) => words.length > needle.length && words.includes(needle))
    .flatMap((words) => placesOf(page, flows, words));
}

/** Places in the paragraphs, then in what is no paragraph (page heads, pages that are not analysed). Page order. */
function placesOf(page: PageText, flows: readonly FlowText[], needle: string): readonly Span[] {
  const found: Span[] = [];
  for (const flow of flows)
    for (const at of indexes(flow.text, needle)) found.push(toPage(flow, at, at + needle.length));
  const known = new Cover(found);
  for (const start of indexes(page.text, needle)) {
    const span = { start, end: start + needle.length };
    if (!known.overlaps(span)) found.push(span);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Where a string stands in a text, without overlaps. */
function* indexes(text: string, needle: string): Generator<number> {
  for (let at = text.indexOf(needle); at >= 0;) {
    const whole = isWhole(text, at, needle);
    if (whole) yield at;
    at = text.indexOf(needle, whole ? at + needle.length : at + 1);
  }
}

function isWhole(text: string, at: number, needle: string): boolean {
  const end = at + needle.length;
  const joined = (a: number, b: number): boolean => isAsciiWord(text.charCodeAt(a)) && isAsciiWord(text.charCodeAt(b));
  return !(at > 0 && joined(at - 1, at)) && !(end < text.length && joined(end - 1, end));
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}

/** Spans that are asked often whether they meet another one. */
class Cover {
  readonly #spans: readonly Span[];
  /** The furthest end of the spans up to and with each. */
  readonly #reach: number[] = [];
  readonly #keys: ReadonlySet<string>;

  constructor(spans: readonly Span[]) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start);
    for (const { end } of this.#spans) this.#reach.push(Math.max(end, this.#reach.at(-1) ?? 0));
    this.#keys = new Set(spans.map(keyOf));
  }

  hasExactly(span: Span): boolean {
    return this.#keys.has(keyOf(span));
  }

  overlaps({ start, end }: Span): boolean {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#spans[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#reach[low - 1]! > start;
  }
}
