import { affinities } from './affinity';
import { endsArticle, ledeOf } from './ledes';
import { solidEnd } from './lines';
import type { SolidText } from './solid';
import type { Unit } from './units';
import { weights } from './weights';
import { type Stretch, Wording, type Words, wordsOf } from './wording';

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
  /** Words of every unit. */
  readonly words: readonly Words[];
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
const NO_TITLES: readonly number[] = [];

/** A paragraph of body, and what stands between it and the one before (or the top of the page). */
interface Body {
  readonly unit: number;
  readonly titles: readonly number[];
  /** What nobody doubts: names at the end of one article, a dateline at the start of the next. */
  readonly sure: boolean;
}

/** Cuts the body paragraphs where an article might end. Linear. */
export function piecesOf(units: readonly Unit[], solid: SolidText): PagePieces {
  const { bodies, rest } = bodiesOf(units);
  const { texts: words, count } = wordsOf(solid, units.map(stretchOf));
  const wordsAt = (body: Body): Words => words[body.unit]!;
  const parts = chunksOf(bodies, ({ sure, titles }) => sure || titles.length > 0);
  const wording = new Wording(
    parts.map((part) => part.map(wordsAt)),
    count,
  );
  const total = bodies.reduce((sum, body) => sum + wordsAt(body).length, 0);
  const usual = Math.max(1, total / Math.max(1, parts.length));
  const boundaries = boundariesOf(units, bodies, affinities(bodies.map(wordsAt), bodies.map(isSure), wording));
  const chunks = chunksOf(bodies, ({ titles }, at) => boundaries[at]! > weights.article.unlikely || titles.length > 0);
  const pieces: Piece[] = [];
  const gaps: Gap[] = [];
  const lengths: number[] = [];
  const sizes: number[] = [];
  let size = 0;
  let at = 0;
  for (const chunk of chunks) {
    const own = chunk.map(wordsAt);
    const length = own.reduce((sum, part) => sum + part.length, 0);
    gaps.push({ titles: chunk[0]!.titles, boundary: boundaries[at]! });
    pieces.push({
      bodies: chunk.map(({ unit }) => unit),
      words: own,
      opens: units[chunk[0]!.unit]!.opens,
      closes: units[chunk.at(-1)!.unit]!.closes,
    });
    lengths.push(length);
    sizes.push((size += length / usual));
    at += chunk.length;
  }
  gaps.push({ titles: rest, boundary: 0 });
  return { pieces, gaps, words, wording, lengths, sizes };
}

const isSure = ({ sure }: Body): boolean => sure;

/** What is compared of a unit: nothing where it is no text of its own. */
function stretchOf({ kind, lines }: Unit): Stretch {
  const from = lines[0]!.place;
  const speaks = kind === 'body' || kind === 'title' || kind === 'caption';
  return { from, to: speaks ? solidEnd(lines) : from };
}

function bodiesOf(units: readonly Unit[]): { readonly bodies: readonly Body[]; readonly rest: readonly number[] } {
  const bodies: Body[] = [];
  let titles: number[] | undefined;
  let sure = false;
  units.forEach(({ kind, opens, closes }, unit) => {
    if (kind === 'title') (titles ??= []).push(unit);
    if (kind === 'byline') sure = true;
    if (kind !== 'body') return;
    bodies.push({ unit, titles: titles ?? NO_TITLES, sure: bodies.length > 0 && (sure || opens) });
    titles = undefined;
    sure = closes;
  });
  return { bodies, rest: titles ?? NO_TITLES };
}

/** Neighbouring paragraphs, cut before those that `isCut` says. */
function chunksOf(bodies: readonly Body[], isCut: (body: Body, at: number) => boolean): Body[][] {
  const chunks: Body[][] = [];
  bodies.forEach((body, at) => {
    if (at === 0 || isCut(body, at)) chunks.push([body]);
    else chunks.at(-1)!.push(body);
  });
  return chunks;
}

/** How much speaks for an article ending before every paragraph; `lexical` is what the affinities say. */
function boundariesOf(units: readonly Unit[], bodies: readonly Body[], lexical: Float64Array): Float64Array {
  let closed = 0;
  for (const { unit } of bodies) if (units[unit]!.closes) closed++;
  const unsigned = closed >= 2 ? weights.article.unsigned : 0;
  const boundaries = new Float64Array(bodies.length);
  for (let at = 1; at < bodies.length; at++) {
    const before = units[bodies[at - 1]!.unit]!;
    boundaries[at] = evidence(before, bodies[at]!, units[bodies[at]!.unit]!, lexical[at]!, unsigned);
  }
  return boundaries;
}

function evidence(a: Unit, { sure, titles }: Body, b: Unit, lexical: number, unsigned: number): number {
  const w = weights.article;
  if (sure) return w.sure;
  let score: number = titles.length > 0 ? w.titles : w.noTitles;
  if (a.lines.length >= SHOWS_MEASURE && b.lines.length >= SHOWS_MEASURE) {
    score += Math.abs(measureOf(a) - measureOf(b)) > SAME_MEASURE ? w.otherMeasure : w.sameMeasure;
  }
  if (!a.lines.at(-1)!.ends) score += w.brokenOff;
  score += unsigned;
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
  let widest = 0;
  for (const { width } of unit.lines) if (width > widest) widest = width;
  return widest;
}
