import { endsArticle, ledeOf } from './ledes';
import type { Unit } from './units';
import { affinities, partsOf } from './affinity';
import { weights } from './weights';
import { Wording, type Words, wordsOfAll } from './wording';

/** Paragraphs that certainly are one article: nothing between them speaks for another one. */
export interface Piece {
  /** Indices into the units, page order. */
  readonly bodies: readonly number[];
  readonly words: readonly Words[];
  /** Begins with a dateline; its authors are named at the end. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** What stands between two pieces of body (or before the first, or behind the last). */
export interface Gap {
  /** Title units in it. */
  readonly titles: readonly number[];
  /** How much speaks for an article ending here, in the unit of weights.ts; positive is a boundary. */
  readonly boundary: number;
}

export interface PagePieces {
  readonly pieces: readonly Piece[];
  /** One more than pieces: `gaps[i]` stands before `pieces[i]`. */
  readonly gaps: readonly Gap[];
  readonly wording: Wording;
  /** Words of every piece. */
  readonly lengths: readonly number[];
  /** Length of the page up to the end of every piece, as a multiple of what is usual between titles. */
  readonly sizes: readonly number[];
}

/** Two columns are one measure if their widest lines differ by no more: punctuation may hang over. */
const SAME_MEASURE = 1.6;
/** Lines that a paragraph needs to show the measure of its column. */
const SHOWS_MEASURE = 3;

/** Cuts the body paragraphs where an article might end. Linear. */
export function piecesOf(units: readonly Unit[]): PagePieces {
  const bodies = units.flatMap((unit, index) => (unit.kind === 'body' ? [index] : []));
  const all = wordsOfAll(bodies.map((index) => units[index]!.flow.text));
  const words = new Map(bodies.map((index, at) => [index, all[at]!]));
  const parts = chunksOf(
    bodies,
    (before, after) => isSure(units, before, after) || titlesIn(units, before, after).length > 0,
  ).map((chunk) => chunk.map((index) => words.get(index)!));
  const wording = new Wording(parts);
  const usual = Math.max(1, lengthOf(parts.flat()) / Math.max(1, parts.length));
  const signed = bodies.filter((index) => units[index]!.closes).length >= 2;
  const walls = bodies.map((after, at) => at > 0 && isSure(units, bodies[at - 1]!, after));
  const affinity = affinities(all, walls, wording);
  const boundaries = new Map<number, number>();
  bodies.forEach((after, at) => {
    if (at > 0) boundaries.set(after, evidence(units, bodies[at - 1]!, after, partsOf(affinity[at]!), signed));
  });
  const chunks = chunksOf(
    bodies,
    (before, after) => boundaries.get(after)! > weights.article.unlikely || titlesIn(units, before, after).length > 0,
  );
  const pieces = chunks.map((chunk) => ({
    bodies: chunk,
    words: chunk.map((index) => words.get(index)!),
    opens: units[chunk[0]!]!.opens,
    closes: units[chunk.at(-1)!]!.closes,
  }));
  const gaps: Gap[] = pieces.map((piece, index) => {
    const before = pieces[index - 1]?.bodies.at(-1) ?? -1;
    const after = piece.bodies[0]!;
    return { titles: titlesIn(units, before, after), boundary: boundaries.get(after) ?? 0 };
  });
  const last = pieces.at(-1)?.bodies.at(-1) ?? -1;
  gaps.push({ titles: titlesIn(units, last, units.length), boundary: 0 });
  const lengths = pieces.map((piece) => lengthOf(piece.words));
  let total = 0;
  const sizes = lengths.map((length) => (total += length / usual));
  return { pieces, gaps, wording, lengths, sizes };
}

function lengthOf(words: readonly Words[]): number {
  return words.reduce((sum, part) => sum + part.length, 0);
}

function chunksOf(bodies: readonly number[], isCut: (before: number, after: number) => boolean): number[][] {
  const chunks: number[][] = [];
  bodies.forEach((index, at) => {
    if (at === 0 || isCut(bodies[at - 1]!, index)) chunks.push([]);
    chunks.at(-1)!.push(index);
  });
  return chunks;
}

/** What nobody doubts: names at the end of one article, a dateline at the start of the next. */
function isSure(units: readonly Unit[], before: number, after: number): boolean {
  if (units[before]!.closes || units[after]!.opens) return true;
  for (let i = before + 1; i < after; i++) if (units[i]!.kind === 'byline') return true;
  return false;
}

function titlesIn(units: readonly Unit[], before: number, after: number): number[] {
  const titles: number[] = [];
  for (let i = before + 1; i < after; i++) if (units[i]!.kind === 'title') titles.push(i);
  return titles;
}

function evidence(units: readonly Unit[], before: number, after: number, lexical: number, signed: boolean): number {
  const w = weights.article;
  if (isSure(units, before, after)) return w.sure;
  let score: number = titlesIn(units, before, after).length > 0 ? w.titles : w.noTitles;
  const [a, b] = [units[before]!, units[after]!];
  if (a.lines.length >= SHOWS_MEASURE && b.lines.length >= SHOWS_MEASURE) {
    score += Math.abs(measureOf(a) - measureOf(b)) > SAME_MEASURE ? w.otherMeasure : w.sameMeasure;
  }
  if (!a.lines.at(-1)!.ends) score += w.brokenOff;
  if (signed) score += w.unsigned;
  score += lexical;
  // The words of a paragraph are looked at only where they might decide.
  if (score + w.time + w.place + w.ends <= w.unlikely) return score;
  const lede = ledeOf(b.flow.text);
  if (lede.time) score += w.time;
  if (lede.place) score += w.place;
  if (lede.takesUp) score += w.takesUp;
  if (endsArticle(a.flow.text)) score += w.ends;
  return score;
}

/** The column measure of a paragraph: the width of its widest line. */
function measureOf(unit: Unit): number {
  return unit.lines.reduce((widest, line) => Math.max(widest, line.width), 0);
}
