import { Candidates } from './candidates';
import { Crossing } from './crossing';
import { type Heading, headingsOf } from './headings';
import { MAX_ARTICLES, Pairer } from './pairing';
import { type PagePieces, piecesOf } from './pieces';
import type { Reading, Titles } from './readings';
import { SharedWording } from './sharedWording';
import type { SolidText } from './solid';
import type { Unit } from './units';
import { weights } from './weights';
import type { Wording, Words } from './wording';

/** Which bodies are one article, and which titles head it. */
export interface Arrangement {
  /** Body units of every article. */
  readonly articles: readonly (readonly number[])[];
  /** Words of every article's paragraphs, and how rare they are on the page. */
  readonly words: readonly (readonly Words[])[];
  /** Words of every unit. */
  readonly unitWords: readonly Words[];
  readonly wording: Wording;
  /** Title unit → article that it heads. Titles inside a body are not among them. */
  readonly titles: ReadonlyMap<number, number>;
}

/** Readings of the page that are kept at every gap. */
const BEAM = 8;

/**
 * Reads the whole page: at every gap an article goes on (titles there are subheads) or ends (titles there head
 * articles before it, the one behind it, or both). Keeps the best readings (beam search). Linear.
 */
export function arrange(units: readonly Unit[], solid: SolidText): Arrangement {
  const page = piecesOf(units, solid);
  if (page.pieces.length === 0) return collect(page, undefined, []);
  const headings = headingsOf(units, page);
  const workspace = { pairer: new Pairer(), candidates: new Candidates() };
  let readings: readonly Reading[] = [new Crossing(page, headings[0]!, 0, workspace, 0).begin()];
  for (let p = 1; p < page.pieces.length; p++) {
    const crossing = new Crossing(page, headings[p]!, p, workspace, readings[0]!.promise);
    for (const reading of readings) crossing.offer(reading);
    readings = crossing.best(BEAM);
  }
  const tail = headings[page.pieces.length]!;
  const shared = new SharedWording(tail, page.sizes);
  const finals = readings.map((reading) => ({ reading, tail: tailOf(reading, tail, page, shared, workspace.pairer) }));
  const top = finals.reduce((a, b) => (b.reading.score + b.tail.score > a.reading.score + a.tail.score ? b : a));
  return collect(page, top.reading, top.tail.titles);
}

/** Titles behind the last body head the articles that still wait. */
function tailOf(
  reading: Reading,
  headings: readonly Heading[],
  page: PagePieces,
  shared: SharedWording,
  pairer: Pairer,
): { readonly score: number; readonly titles: Titles } {
  if (headings.length === 0) return { score: 0, titles: [] };
  const signed = reading.current.signed || page.pieces.at(-1)!.closes;
  const candidates = [...reading.waiting, { ...reading.current, signed }].slice(-MAX_ARTICLES);
  const pairings = pairer.pair(headings, candidates, shared);
  return {
    score: pairings.score(headings.length) + (reading.side === 'before' ? weights.article.otherSide : 0),
    titles: pairings
      .articles(headings.length)
      .map((article, line) => [headings[line]!.unit, candidates[article]!.id] as const),
  };
}

function collect(page: PagePieces, reading: Reading | undefined, tail: Titles): Arrangement {
  const articles: number[][] = [];
  const words: Words[][] = [];
  const titles = new Map<number, number>(tail);
  const path: Reading[] = [];
  for (let at = reading; at; at = at.previous) path.push(at);
  path.reverse().forEach(({ current: { id }, heads, ended, previous }, p) => {
    const { bodies, words: own } = page.pieces[p]!;
    // Not spread: a piece may have more paragraphs than a call takes arguments.
    for (const body of bodies) (articles[id] ??= []).push(body);
    for (const part of own) (words[id] ??= []).push(part);
    for (const [unit, article] of ended) titles.set(unit, article);
    if (heads && heads !== previous?.heads) for (const { unit } of heads.headings) titles.set(unit, id);
  });
  return { articles, words, unitWords: page.words, wording: page.wording, titles };
}
