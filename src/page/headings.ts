import type { Line } from './lines';
import type { PagePieces } from './pieces';
import type { Unit } from './units';
import { weights } from './weights';

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
  const all: Heading[] = [];
  const words: (readonly number[])[] = [];
  const groups = page.gaps.map(({ titles }, gap) => {
    const joins = joinsOf(units, titles);
    return titles.map((unit, at) => {
      const own = knownWords(page, unit);
      const rarity = own.map((word) => page.wording.rarity[word]!);
      const heading = headingOf(units, unit, gap, rarity, joins[at]!);
      all.push(heading);
      words.push(own);
      return heading;
    });
  });
  findHits(page, all, words);
  return groups;
}

/** The different words of a title that some piece has. */
function knownWords({ words, wording }: PagePieces, unit: number): readonly number[] {
  const known: number[] = [];
  for (const word of words[unit]!) {
    if (known.length === MAX_WORDS) break;
    if (wording.rarity[word]! > 0 && !known.includes(word)) known.push(word);
  }
  return known;
}

/** Finds which of their words the pieces around the headings have; `words` of every heading. */
function findHits(page: PagePieces, headings: readonly Heading[], words: readonly (readonly number[])[]): void {
  /** Word → the last piece that has it, plus one. */
  const marks = new Uint32Array(page.wording.rarity.length);
  let first = 0;
  for (let p = 0; p < page.pieces.length; p++) {
    while (first < headings.length && headings[first]!.gap <= p - REACH) first++;
    if (first === headings.length) return;
    if (headings[first]!.gap > p + REACH) continue;
    for (const part of page.pieces[p]!.words) for (let at = 0; at < part.length; at++) marks[part[at]!] = p + 1;
    for (let at = first; at < headings.length && headings[at]!.gap <= p + REACH; at++) {
      const own = words[at]!;
      let hits = 0;
      for (let bit = 0; bit < own.length; bit++) if (marks[own[bit]!] === p + 1) hits |= 1 << bit;
      if (hits !== 0) headings[at]!.hits[p - headings[at]!.gap + REACH] = hits;
    }
  }
}

function headingOf(
  units: readonly Unit[],
  unit: number,
  gap: number,
  rarity: readonly number[],
  join: number,
): Heading {
  const { flow, lines } = units[unit]!;
  const { text } = flow;
  const w = weights.heading;
  return {
    unit,
    gap,
    rarity,
    hits: new Array<number>(2 * REACH).fill(0),
    join,
    asSubhead:
      w.subhead +
      (text.length > LONG_SUBHEAD ? w.subheadLong : text.length <= SHORT_SUBHEAD ? w.subheadShort : 0) +
      (isPhrases(lines[0]!) ? w.subheadPhrases : 0) +
      (text.startsWith('—') ? -w.deck : 0) +
      (text.startsWith('##') ? w.markdown : text.startsWith('#') ? -w.markdown : 0),
    asHeadline: text.length > SHORT_SUBHEAD ? w.headlineLength : 0,
    signed: units[unit + 1]?.kind === 'byline',
  };
}

/** Blanks that are not beside a number part phrases. */
function isPhrases({ raw, text }: Line): boolean {
  return raw !== text && /\S\s+\S/u.test(raw.replace(/\s*[\d.%]+\s*/gu, ''));
}

/** How much speaks for every line of a group to belong to the same article as the one before it; 0 for the first. */
function joinsOf(units: readonly Unit[], group: readonly number[]): readonly number[] {
  const w = weights.heading;
  let least = Infinity;
  let most = 0;
  for (let at = 1; at < group.length; at++) {
    const { blanksBefore } = units[group[at]!]!.lines[0]!;
    least = Math.min(least, blanksBefore);
    most = Math.max(most, blanksBefore);
  }
  return group.map((unit, at) => {
    if (at === 0) return 0;
    if (unit - group[at - 1]! > 1) return w.afterByline;
    const line = units[unit]!;
    const before = units[group[at - 1]!]!;
    let score: number = w.join;
    if (line.flow.text.startsWith('—')) score += w.deck;
    if (isUnfinished(before.flow.text)) score += w.unfinished;
    if (partsPhrases(before.lines[0]!) && !/\d/u.test(before.flow.text)) score += w.kicker;
    if (most > least) score += line.lines[0]!.blanksBefore > least ? w.apart : w.close;
    return score;
  });
}

/** Has blanks inside. */
const partsPhrases = ({ raw, text }: Line): boolean => raw !== text && /\S\s+\S/u.test(raw);

/** Whether a title ends with a quotation that goes on, or with a mark that leads on. */
function isUnfinished(text: string): boolean {
  if (/[：:、，]$/u.test(text)) return true;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '“') open++;
    else if (text[at] === '”') open--;
  }
  return open > 0;
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
