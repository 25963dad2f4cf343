import type { Unit } from './units';
import { weights } from './weights';
import { Wording, type Words, wordsOf } from './wording';

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
}

/** Words on either side of a gap that show whether the text goes on about the same. */
const ENOUGH_WORDS = 450;
/** With so many words a look does not go on behind the next title. */
const FEW_WORDS = 160;
/** Two columns are one measure if their widest lines differ by no more: punctuation may hang over. */
const SAME_MEASURE = 1.6;
/** Lines that a paragraph needs to show the measure of its column. */
const SHOWS_MEASURE = 3;
/** Gaps that a page needs to show how much its articles hold together. */
const SHOWS_COHESION = 8;

/** Cuts the body paragraphs where an article might end. Linear. */
export function piecesOf(units: readonly Unit[]): PagePieces {
  const bodies = units.flatMap((unit, index) => (unit.kind === 'body' ? [index] : []));
  const words = new Map(bodies.map((index) => [index, wordsOf(units[index]!.flow.text)]));
  const wording = new Wording(
    chunksOf(bodies, (before, after) => isSure(units, before, after) || titlesIn(units, before, after).length > 0).map(
      (chunk) => chunk.map((index) => words.get(index)!),
    ),
  );
  const signed = bodies.filter((index) => units[index]!.closes).length >= 2;
  const isWall = (before: number, after: number): boolean => isSure(units, before, after);
  const cohesion = bodies.map((_, at) =>
    at === 0 || isWall(bodies[at - 1]!, bodies[at]!)
      ? 0
      : wording.cohesion(
          look(units, bodies, words, at - 1, -1, isWall),
          look(units, bodies, words, at, 1, isWall),
        ),
  );
  const even = evenCohesion(cohesion);
  const boundaries = new Map<number, number>();
  bodies.forEach((after, at) => {
    if (at > 0) boundaries.set(after, evidence(units, bodies[at - 1]!, after, cohesion[at]! / even, signed));
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
  return { pieces, gaps, wording };
}

function chunksOf(bodies: readonly number[], isCut: (before: number, after: number) => boolean): number[][] {
  const chunks: number[][] = [];
  bodies.forEach((index, at) => {
    if (at === 0 || isCut(bodies[at - 1]!, index)) chunks.push([]);
    chunks.at(-1)!.push(index);
  });
  return chunks;
}

/** The words of the paragraphs from one on, up to what certainly is another article. */
function look(
  units: readonly Unit[],
  bodies: readonly number[],
  words: ReadonlyMap<number, Words>,
  from: number,
  step: 1 | -1,
  isWall: (before: number, after: number) => boolean,
): readonly Words[] {
  const seen: Words[] = [];
  let count = 0;
  for (let at = from; at >= 0 && at < bodies.length && count < ENOUGH_WORDS; at += step) {
    if (at !== from) {
      const [before, after] = step > 0 ? [bodies[at - 1]!, bodies[at]!] : [bodies[at]!, bodies[at + 1]!];
      if (isWall(before, after)) break;
      if (count >= FEW_WORDS && titlesIn(units, before, after).length > 0) break;
    }
    const own = words.get(bodies[at]!)!;
    seen.push(own);
    count += own.length;
  }
  return seen;
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

/**
 * The cohesion at which two texts are as likely one article as two. Most gaps of a page are inside an article, so the
 * usual cohesion shows how much its articles hold together.
 */
function evenCohesion(cohesion: readonly number[]): number {
  const w = weights.article;
  const known = cohesion.filter((value) => value > 0).sort((a, b) => a - b);
  if (known.length < SHOWS_COHESION) return w.evenCohesion;
  const even = known[known.length >> 1]! * w.evenOfUsual;
  return Math.max(w.evenLeast, Math.min(w.evenMost, even));
}

/** `cohesion` is relative to the even one. */
function evidence(units: readonly Unit[], before: number, after: number, cohesion: number, signed: boolean): number {
  const w = weights.article;
  if (isSure(units, before, after)) return w.sure;
  let score: number = titlesIn(units, before, after).length > 0 ? w.titles : w.noTitles;
  const [a, b] = [units[before]!, units[after]!];
  if (a.lines.length >= SHOWS_MEASURE && b.lines.length >= SHOWS_MEASURE) {
    score += Math.abs(measureOf(a) - measureOf(b)) > SAME_MEASURE ? w.otherMeasure : w.sameMeasure;
  }
  if (!a.lines.at(-1)!.ends) score += w.brokenOff;
  if (signed) score += w.unsigned;
  const lexical = -Math.log(cohesion + 0.05) * w.cohesion;
  return score + Math.max(-w.cohesionLimit, Math.min(w.cohesionLimit, lexical));
}

/** The column measure of a paragraph: the width of its widest line. */
function measureOf(unit: Unit): number {
  return unit.lines.reduce((widest, line) => Math.max(widest, line.width), 0);
}
