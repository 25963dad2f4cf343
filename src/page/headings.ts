import type { PagePieces } from './pieces';
import type { Unit } from './units';
import { weights } from './weights';
import { wordsOf } from './wording';

/** Pieces before and behind a title whose wording is compared with it. */
export const REACH = 24;
/** Words of a title that are compared: one bit each. */
const MAX_WORDS = 30;
const LONG_SUBHEAD = 18;
const SHORT_SUBHEAD = 12;

/** A line that may head an article, or a part of one. */
export interface Heading {
  readonly unit: number;
  /** Number of the gap it stands in. */
  readonly gap: number;
  /** Rarity of its words. */
  readonly rarity: readonly number[];
  /** Which of its words the pieces `gap - REACH` to `gap + REACH - 1` have: one bit a word. */
  readonly hits: number[];
  /** For it to belong to the same article as the line before it in the gap. */
  readonly join: number;
  /** For it to be a subhead, and to be a headline, by shape. */
  readonly asSubhead: number;
  readonly asHeadline: number;
  /** Names stand right behind it. */
  readonly signed: boolean;
}

/** The title lines of every gap. Linear. */
export function headingsOf(units: readonly Unit[], page: PagePieces): readonly (readonly Heading[])[] {
  const all = page.gaps.map((gap, index) =>
    gap.titles.map((unit, at) => headingOf(units, page, index, unit, gap.titles, at)),
  );
  const marks = new Uint32Array(0x10000);
  const titled = all.flatMap((group, gap) => (group.length > 0 ? [gap] : []));
  let first = 0;
  page.pieces.forEach((piece, p) => {
    while (first < titled.length && titled[first]! <= p - REACH) first++;
    if (first === titled.length || titled[first]! > p + REACH) return;
    for (const words of piece.words) for (const word of words) marks[word] = p + 1;
    for (let at = first; at < titled.length && titled[at]! <= p + REACH; at++) {
      for (const { heading, words } of all[titled[at]!]!) {
        let hits = 0;
        for (let bit = 0; bit < words.length; bit++) if (marks[words[bit]!] === p + 1) hits |= 1 << bit;
        heading.hits[p - titled[at]! + REACH] = hits;
      }
    }
  });
  return all.map((group) => group.map(({ heading }) => heading));
}

function headingOf(
  units: readonly Unit[],
  page: PagePieces,
  gap: number,
  unit: number,
  group: readonly number[],
  at: number,
): { readonly heading: Heading; readonly words: readonly number[] } {
  const { text } = units[unit]!.flow;
  const words = [...new Set(wordsOf(text))].filter((word) => page.wording.rarity(word) > 0).slice(0, MAX_WORDS);
  const rarity = words.map((word) => page.wording.rarity(word));
  const w = weights.heading;
  const isPhrases = /\S\s+\S/u.test(units[unit]!.lines[0]!.raw.replace(/\s*[\d.%]+\s*/gu, ''));
  const heading: Heading = {
    unit,
    gap,
    rarity,
    hits: new Array<number>(2 * REACH).fill(0),
    join: at === 0 ? 0 : joinOf(units, group, at),
    asSubhead:
      w.subhead +
      (text.length > LONG_SUBHEAD ? w.subheadLong : text.length <= SHORT_SUBHEAD ? w.subheadShort : 0) +
      (isPhrases ? w.subheadPhrases : 0) +
      (/^[—]/u.test(text) ? -w.deck : 0) +
      (text.startsWith('##') ? w.markdown : text[0] === '#' ? -w.markdown : 0),
    asHeadline: text.length > SHORT_SUBHEAD ? w.headlineLength : 0,
    signed: units[unit + 1]?.kind === 'byline',
  };
  return { heading, words };
}

/** How much speaks for a line to belong to the same article as the title line before it. */
function joinOf(units: readonly Unit[], group: readonly number[], at: number): number {
  const w = weights.heading;
  const line = units[group[at]!]!;
  const before = units[group[at - 1]!]!;
  if (group[at]! - group[at - 1]! > 1) return w.afterByline;
  let score: number = w.join;
  if (/^[—]/u.test(line.flow.text)) score += w.deck;
  if (isUnfinished(before.flow.text)) score += w.unfinished;
  if (/\S\s+\S/u.test(before.lines[0]!.raw) && !/\d/u.test(before.flow.text)) score += w.kicker;
  const blanks = group.slice(1).map((unit) => units[unit]!.lines[0]!.blanksBefore);
  if (Math.max(...blanks) > Math.min(...blanks)) {
    score += line.lines[0]!.blanksBefore > Math.min(...blanks) ? w.apart : w.close;
  }
  return score;
}

function isUnfinished(text: string): boolean {
  const opens = text.split('“').length - text.split('”').length;
  return opens > 0 || /[：:、，]$/u.test(text);
}

/**
 * What the shared wording says for a heading and the pieces `from` to `to` (inclusive) being one article. Long texts
 * have many words by chance, so every word says less the longer they are; but an article that goes on takes nothing
 * back from what its beginning says.
 */
export function wordingOf(heading: Heading, from: number, to: number, sizes: readonly number[]): number {
  const w = weights.heading;
  const offset = REACH - heading.gap;
  const before = from > 0 ? sizes[from - 1]! : 0;
  const first = Math.max(from, -offset);
  const last = Math.min(to, 2 * REACH - 1 - offset);
  let hits = 0;
  let best = scoreOf(heading, hits, sizes[from]! - before);
  for (let piece = first; piece <= last; piece++) {
    const more = heading.hits[piece + offset]! & ~hits;
    if (more === 0) continue;
    hits |= more;
    best = Math.max(best, scoreOf(heading, hits, sizes[piece]! - before));
  }
  return Math.max(-w.wordingLimit, Math.min(w.wordingLimit, best));
}

/** Whether a piece has a word of the heading. */
export function touches(heading: Heading, piece: number): boolean {
  const at = piece - heading.gap + REACH;
  return at >= 0 && at < 2 * REACH && heading.hits[at] !== 0;
}

function scoreOf({ rarity }: Heading, hits: number, size: number): number {
  const w = weights.heading;
  const less = Math.log(Math.max(size, w.leastSize));
  let shared = 0;
  let total = 0;
  for (let bit = 0; bit < rarity.length; bit++) {
    const weight = Math.max(w.leastWord, rarity[bit]! - less);
    total += weight;
    if (hits & (1 << bit)) shared += weight;
  }
  return (shared - w.evenShare * total) * w.wording;
}
