import { type Heading, headingsOf, touches, wordingOf } from './headings';
import { joinMore, pair, type Pairing, type Headless } from './pairing';
import { type PagePieces, piecesOf } from './pieces';
import type { Unit } from './units';
import { weights } from './weights';
import type { Wording, Words } from './wording';

/** Which bodies are one article, and which titles head it. */
export interface Arrangement {
  /** Body units of every article. */
  readonly articles: readonly (readonly number[])[];
  /** Words of every article's paragraphs, and how rare they are on the page. */
  readonly words: readonly (readonly Words[])[];
  readonly wording: Wording;
  /** Title unit → article that it heads. Titles inside a body are not among them. */
  readonly titles: ReadonlyMap<number, number>;
}

/** Readings of the page that are kept at every gap. */
const BEAM = 8;
/** Share of the cost of an article without titles that is not counted while titles may come. */
const HOPE = 0.8;
/** A reading so far behind the best one is not begun. */
const HOPELESS = 9;
/** Articles that may wait for titles. */
const MAX_WAITING = 5;
const TINY = 60;
/** Lines of a headline inside a body. */
const MAX_INSIDE = 3;

interface Open extends Headless {
  /** Number of the article. */
  readonly id: number;
}

/** A reading of the page up to a piece. */
interface Reading {
  readonly score: number;
  readonly current: Open;
  /** Titles that stand before the current article, and what their wording says so far. */
  readonly heads: readonly Heading[];
  /** Subheads that the current article has. */
  readonly subheads: number;
  readonly headScore: number;
  readonly waiting: readonly Open[];
  readonly side: 'before' | 'after' | undefined;
  /** What was decided at the last gap. */
  readonly decision: Decision;
  readonly previous: Reading | undefined;
}

interface Decision {
  /** Article of the piece behind the gap. */
  readonly article: number;
  /** Heading unit → article. */
  readonly titles: readonly (readonly [unit: number, article: number])[];
}

/**
 * Reads the whole page: at every gap an article goes on (titles there are subheads) or ends (titles there head
 * articles before it, the one behind it, or both). Keeps the best readings (beam search). Linear.
 */
export function arrange(units: readonly Unit[]): Arrangement {
  const page = piecesOf(units);
  if (page.pieces.length === 0) return { articles: [], words: [], wording: page.wording, titles: new Map() };
  const headings = headingsOf(units, page);
  let readings: Reading[] = [begin(undefined, page, headings[0]!, headings[0]!.length > 0 ? 0 : undefined, 0)];
  for (let p = 1; p < page.pieces.length; p++) {
    const next: Reading[] = [];
    const pairings = new Map<string, readonly Pairing[]>();
    const least = promiseOf(readings[0]!) - HOPELESS;
    for (const reading of readings) stepsOf(reading, page, headings[p]!, p, { pairings, least }, next);
    readings = best(next);
  }
  const end = page.pieces.length;
  const finals = readings.map((reading) => ({ reading, tail: tailOf(reading, headings[end]!, page, end) }));
  const top = finals.reduce((a, b) => (b.reading.score + b.tail.score > a.reading.score + a.tail.score ? b : a));
  return collect(page, top.reading, top.tail.titles);
}

/** The score, with most of what titles to come may give back to articles that wait for them. */
function promiseOf({ score, current, waiting }: Reading): number {
  const untitled = waiting.length + (current.titled ? 0 : 1);
  return score - untitled * weights.article.untitled * HOPE;
}

/** The best readings; of those that can only go on alike, the best one. */
function best(readings: Reading[]): Reading[] {
  readings.sort((a, b) => promiseOf(b) - promiseOf(a));
  const kept: Reading[] = [];
  for (const reading of readings) {
    if (kept.length === BEAM) break;
    if (!kept.some((other) => goOnAlike(reading, other))) kept.push(reading);
  }
  return kept;
}

/** Whether whatever can be said of the rest of the page can be said of both. */
function goOnAlike(a: Reading, b: Reading): boolean {
  const [x, y] = [a.current, b.current];
  if (x.from !== y.from || x.titled !== y.titled || x.signed !== y.signed || a.side !== b.side) return false;
  if (a.heads.length !== b.heads.length || a.subheads > 0 !== b.subheads > 0) return false;
  if (a.waiting.length !== b.waiting.length) return false;
  for (let i = 0; i < a.waiting.length; i++) if (a.waiting[i]!.from !== b.waiting[i]!.from) return false;
  return true;
}

/** Starts an article at piece `p` with the headings from `from` on before it. */
function begin(
  reading: Reading | undefined,
  page: PagePieces,
  headings: readonly Heading[],
  from: number | undefined,
  p: number,
  ended?: { readonly score: number; readonly waiting: readonly Open[]; readonly titles: Decision['titles'] },
): Reading {
  const article = reading === undefined ? 0 : reading.current.id + 1;
  const heads = from === undefined ? [] : headings.slice(from);
  const { opens } = page.pieces[p]!;
  const headScore = headsScore(heads, p, p, page.sizes);
  const signedTwice = opens && heads.some((head) => head.signed) ? weights.article.signedTwice : 0;
  const joins = heads.slice(1).reduce((sum, head, at) => sum + head.join + joinMore(at + 1), 0);
  const side = heads.length > 0 ? 'before' : ended && ended.titles.length > 0 ? 'after' : reading?.side;
  const both = heads.length > 0 && ended !== undefined && ended.titles.length > 0;
  const turned = !both && reading?.side !== undefined && side !== reading.side ? weights.article.otherSide : 0;
  return {
    score:
      (reading?.score ?? 0) +
      (ended?.score ?? 0) +
      headScore +
      joins +
      signedTwice +
      turned +
      heads.reduce((sum, head) => sum + head.asHeadline, 0) +
      (heads.length > 0 ? 0 : weights.article.untitled),
    current: {
      id: article,
      from: p,
      to: p,
      titled: heads.length > 0,
      signed: opens || heads.some((head) => head.signed),
    },
    heads,
    subheads: 0,
    headScore,
    waiting: ended?.waiting ?? [],
    side,
    decision: {
      article,
      titles: [...(ended?.titles ?? []), ...heads.map((head) => [head.unit, article] as const)],
    },
    previous: reading,
  };
}

/** A sentence or two are hardly an article. */
function isTiny(page: PagePieces, { from, to }: Open): boolean {
  let length = 0;
  for (let p = from; p <= to && length < TINY; p++) length += page.lengths[p]!;
  return length < TINY;
}

function headsScore(heads: readonly Heading[], from: number, to: number, sizes: readonly number[]): number {
  return heads.reduce((sum, head) => sum + wordingOf(head, from, to, sizes), 0);
}

/** Adds the readings to which one leads at the gap before piece `p`. `gap` is what is known of it. */
function stepsOf(
  reading: Reading,
  page: PagePieces,
  headings: readonly Heading[],
  p: number,
  gap: { readonly pairings: Map<string, readonly Pairing[]>; readonly least: number },
  steps: Reading[],
): void {
  const { boundary } = page.gaps[p]!;
  steps.push(goOn(reading, headings, p, page));
  const inside = headInside(reading, headings, p, page);
  if (inside) steps.push(inside);
  if (headings.length === 0 && promiseOf(reading) + boundary < gap.least) return;
  const signed = reading.current.signed || page.pieces[p - 1]!.closes;
  const ending = { ...reading.current, signed };
  const cost = boundary + (isTiny(page, ending) ? weights.article.tiny : 0);
  const open = [...reading.waiting, ending].slice(-MAX_WAITING);
  const pairings = headings.length === 0 ? [] : pairOnce(headings, open, page, gap.pairings);
  for (let cut = 0; cut <= headings.length; cut++) {
    const from = cut < headings.length ? cut : undefined;
    const pairing = cut > 0 ? pairings[cut - 1]! : NO_TITLES;
    if (cut > 0 && promiseOf(reading) + cost + pairing.score < gap.least - HOPELESS) continue;
    const taken = pairing.articles;
    const titles = taken.map((article, line) => [headings[line]!.unit, open[article]!.id] as const);
    const waiting = open.filter((article, index) => !article.titled && !taken.includes(index));
    steps.push(begin(reading, page, headings, from, p, { score: cost + pairing.score, waiting, titles }));
  }
}

const NO_TITLES: Pairing = { score: 0, articles: [] };

function pairOnce(
  headings: readonly Heading[],
  open: readonly Open[],
  page: PagePieces,
  known: Map<string, readonly Pairing[]>,
): readonly Pairing[] {
  const key = open.map(({ from, titled, signed }) => `${from}${titled ? 't' : ''}${signed ? 's' : ''}`).join();
  const before = known.get(key);
  if (before) return before;
  const pairings = pair(headings, open, page.sizes);
  known.set(key, pairings);
  return pairings;
}

/** The article goes on behind the gap: its titles are subheads. */
function goOn(reading: Reading, headings: readonly Heading[], p: number, page: PagePieces): Reading {
  const { heads } = reading;
  const { id, from, titled } = reading.current;
  const current = { id, from, to: p, titled, signed: reading.current.signed || page.pieces[p]!.opens };
  const headScore = heads.some((head) => touches(head, p))
    ? headsScore(heads, current.from, p, page.sizes)
    : reading.headScore;
  let score = reading.score + headScore - reading.headScore;
  headings.forEach((heading, at) => {
    score += heading.asSubhead + weights.heading.subheadWording * wordingOf(heading, current.from, p, page.sizes);
    if (at > 0) score += weights.heading.subheadLines;
  });
  const subheads = reading.subheads + headings.length;
  if (headings.length > 0) score += reading.subheads > 0 ? weights.heading.subheadSeries : weights.heading.subheadAlone;
  return {
    score,
    current,
    heads,
    subheads,
    headScore,
    waiting: reading.waiting,
    side: reading.side,
    decision: { article: id, titles: [] },
    previous: reading,
  };
}

/** The article goes on behind the gap, and the titles there head it: the text file has them inside the body. */
function headInside(reading: Reading, headings: readonly Heading[], p: number, page: PagePieces): Reading | undefined {
  if (headings.length === 0 || headings.length > MAX_INSIDE || reading.current.titled) return undefined;
  const current = { ...reading.current, to: p, titled: true };
  const headScore = headsScore(headings, current.from, p, page.sizes);
  const shape = headings.reduce((sum, heading, at) => sum + heading.asHeadline + (at > 0 ? heading.join : 0), 0);
  return {
    ...reading,
    score: reading.score + headScore + shape - weights.article.untitled + weights.heading.inside,
    current,
    heads: headings,
    headScore,
    decision: { article: current.id, titles: headings.map((heading) => [heading.unit, current.id] as const) },
    previous: reading,
  };
}

/** Titles behind the last body head the articles that still wait. */
function tailOf(
  reading: Reading,
  headings: readonly Heading[],
  page: PagePieces,
  end: number,
): { readonly score: number; readonly titles: Decision['titles'] } {
  if (headings.length === 0) return { score: 0, titles: [] };
  const signed = reading.current.signed || page.pieces[end - 1]!.closes;
  const candidates = [...reading.waiting, { ...reading.current, signed }].slice(-MAX_WAITING);
  const pairing = pair(headings, candidates, page.sizes).at(-1)!;
  return {
    score: pairing.score + (reading.side === 'before' ? weights.article.otherSide : 0),
    titles: pairing.articles.map((article, line) => [headings[line]!.unit, candidates[article]!.id] as const),
  };
}

function collect(page: PagePieces, reading: Reading, tail: Decision['titles']): Arrangement {
  const articles: number[][] = [];
  const words: Words[][] = [];
  const titles = new Map<number, number>(tail);
  const decisions: Decision[] = [];
  for (let at: Reading | undefined = reading; at; at = at.previous) decisions.push(at.decision);
  decisions.reverse().forEach((decision, p) => {
    (articles[decision.article] ??= []).push(...page.pieces[p]!.bodies);
    (words[decision.article] ??= []).push(...page.pieces[p]!.words);
    for (const [unit, article] of decision.titles) titles.set(unit, article);
  });
  return { articles, words, wording: page.wording, titles };
}
