import { addPairs, type Pairs, pairsOf, Rarity } from './lexicon';
import type { Unit } from './units';

/** Paragraphs of one article that follow each other; titles and pictures may stand between them. */
export interface Segment {
  /** Indices into the units. */
  readonly bodies: readonly number[];
  readonly pairs: Pairs;
}

export interface Segmentation {
  readonly segments: readonly Segment[];
  readonly rarity: Rarity;
}

/** Evidence for an article ending between two paragraphs, in the unit of weights.ts; positive is a boundary. */
const boundary = {
  /** A paragraph that breaks off in a column is taken up again, not followed by another article. */
  titles: 0.2,
  manyTitles: 1.6,
  dash: 2.5,
  longTitle: 0.7,
  shortTitle: -0.8,
  otherMeasure: 1.4,
  unsigned: -0.8,
  /** Cohesion at which two texts are as likely one article as two; how much a doubling says. */
  evenCohesion: 3.2,
  cohesion: 1.6,
  cohesionLimit: 2.4,
} as const;

/** Groups the paragraphs of a page into articles' bodies. */
export function segmentsOf(units: readonly Unit[]): Segmentation {
  const pieces = splitAt(units, (a, b) => isHard(units, a, b) || hasTitle(units, a, b));
  const pairs = pieces.map((piece) => pairsOf(...piece.map((index) => units[index]!.flow.text)));
  const rarity = new Rarity(pairs);
  const signed = pieces.filter((piece) => units[piece.at(-1)!]!.closes).length >= 2;
  const segments: { bodies: number[]; pairs: Pairs }[] = [];
  pieces.forEach((piece, index) => {
    const last = segments.at(-1);
    const before = last?.bodies.at(-1);
    const joins =
      last !== undefined &&
      before !== undefined &&
      !isHard(units, before, piece[0]!) &&
      softEvidence(units, before, piece[0]!, rarity.cohesion(last.pairs, pairs[index]!), signed) <= 0;
    if (joins) {
      last.bodies.push(...piece);
      last.pairs = addPairs(last.pairs, pairs[index]!);
    } else segments.push({ bodies: [...piece], pairs: pairs[index]! });
  });
  return { segments, rarity };
}

function splitAt(units: readonly Unit[], isSplit: (before: number, after: number) => boolean): number[][] {
  const pieces: number[][] = [];
  let before = -1;
  units.forEach((unit, index) => {
    if (unit.kind !== 'body') return;
    if (before < 0 || isSplit(before, index)) pieces.push([]);
    pieces.at(-1)!.push(index);
    before = index;
  });
  return pieces;
}

/** What nobody doubts: names at the end of one article, a dateline at the start of the next. */
function isHard(units: readonly Unit[], before: number, after: number): boolean {
  if (units[before]!.closes || units[after]!.opens) return true;
  for (let i = before + 1; i < after; i++) if (units[i]!.kind === 'byline') return true;
  return false;
}

function hasTitle(units: readonly Unit[], before: number, after: number): boolean {
  for (let i = before + 1; i < after; i++) if (units[i]!.kind === 'title') return true;
  return false;
}

function softEvidence(
  units: readonly Unit[],
  before: number,
  after: number,
  cohesion: number,
  signed: boolean,
): number {
  const titles = units.slice(before + 1, after).filter((unit) => unit.kind === 'title');
  const lengths = titles.map((unit) => unit.flow.text.length);
  let score: number = boundary.titles;
  if (titles.length > 1) score += boundary.manyTitles;
  if (titles.some((unit) => /^—/u.test(unit.flow.text))) score += boundary.dash;
  if (Math.max(...lengths) > 14) score += boundary.longTitle;
  if (Math.max(...lengths) <= 9) score += boundary.shortTitle;
  if (otherMeasure(units[before]!, units[after]!)) score += boundary.otherMeasure;
  if (signed) score += boundary.unsigned;
  const lexical = Math.log(boundary.evenCohesion / (cohesion + 0.3)) * boundary.cohesion;
  return score + Math.max(-boundary.cohesionLimit, Math.min(boundary.cohesionLimit, lexical));
}

/** The column measure of a paragraph: the width of its widest line; undefined where too few lines show it. */
function measureOf(unit: Unit): number | undefined {
  return unit.lines.length < 3 ? undefined : Math.max(...unit.lines.map((line) => line.width));
}

function otherMeasure(before: Unit, after: Unit): boolean {
  const a = measureOf(before);
  const b = measureOf(after);
  return a !== undefined && b !== undefined && Math.abs(a - b) > 1.5;
}
