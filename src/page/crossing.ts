import type { Heading } from './headings';
import { joinMore, MAX_ARTICLES, type Pairer, type Pairings } from './pairing';
import type { PagePieces } from './pieces';
import { type Candidates, INSIDE, ON, type Step } from './candidates';
import { goOnAlike, type Open, promiseOf, type Reading, type Titles } from './readings';
import { Heads, SharedWording } from './sharedWording';
import { weights } from './weights';

/** A reading so far behind the best one is not begun. */
const HOPELESS = 9;
const TINY = 60;
/** Lines of a headline inside a body. */
const MAX_INSIDE = 3;

/** Memory that all gaps of a page share. */
export interface Workspace {
  readonly pairer: Pairer;
  readonly candidates: Candidates;
}

/**
 * What readings may do at the gap before piece `p`. Most of what they may do is no good: every step is a score at
 * first, and only what is kept becomes a reading.
 */
export class Crossing {
  readonly #page: PagePieces;
  readonly #headings: readonly Heading[];
  readonly #p: number;
  readonly #pairer: Pairer;
  readonly #candidates: Candidates;
  readonly #least: number;
  readonly #shared: SharedWording;
  readonly #heads: (Heads | undefined)[] = [];
  /** What it is worth to head an article with the titles from each of them on, but for their wording; and with it. */
  readonly #joins: number[] = NOTHING;
  readonly #shapes: number[] = NOTHING;
  readonly #wordings: number[] = NOTHING;
  /** Whether names stand behind one of them. */
  readonly #signed: boolean[] = NO_NAMES;
  readonly #paired: { readonly open: readonly Open[]; readonly pairings: Pairings }[] = [];

  constructor(
    page: PagePieces,
    headings: readonly Heading[],
    p: number,
    { pairer, candidates }: Workspace,
    best: number,
  ) {
    this.#page = page;
    this.#headings = headings;
    this.#p = p;
    this.#pairer = pairer;
    this.#candidates = candidates;
    pairer.clear();
    candidates.clear();
    this.#least = best - HOPELESS;
    this.#shared = new SharedWording(headings, page.sizes);
    const n = headings.length;
    if (n === 0) return;
    const { scores } = this.#shared.with(p, p);
    this.#joins = new Array<number>(n + 1).fill(0);
    this.#shapes = new Array<number>(n + 1).fill(0);
    this.#wordings = new Array<number>(n + 1).fill(0);
    this.#signed = new Array<boolean>(n + 1).fill(false);
    for (let cut = n - 1; cut >= 0; cut--) {
      const next = headings[cut + 1];
      this.#joins[cut] = next ? this.#joins[cut + 1]! + next.join + joinMore(n - 1 - cut) : 0;
      this.#shapes[cut] = this.#shapes[cut + 1]! + headings[cut]!.asHeadline;
      this.#wordings[cut] = this.#wordings[cut + 1]! + scores[cut]!;
      this.#signed[cut] = this.#signed[cut + 1]! || headings[cut]!.signed;
    }
  }

  /** The first article of the page begins. */
  begin(): Reading {
    const cut = 0;
    return this.#begin(undefined, cut, this.#beginScore(undefined, cut), [], []);
  }

  /** Looks at all steps of a reading. */
  offer(reading: Reading): void {
    const untitled = reading.waiting.length + (reading.current.titled ? 0 : 1);
    const on = this.#goOnScore(reading);
    this.#candidates.add(reading, ON, on, promiseOf(on, untitled));
    const count = this.#headings.length;
    if (count > 0 && count <= MAX_INSIDE && !reading.current.titled) {
      const inside = this.#insideScore(reading);
      this.#candidates.add(reading, INSIDE, inside, promiseOf(inside, untitled - 1));
    }
    const { boundary } = this.#page.gaps[this.#p]!;
    if (count === 0 && reading.promise + boundary < this.#least) return;
    const cost = boundary + (this.#isTiny(reading.current) ? weights.article.tiny : 0);
    const score = reading.score + cost + this.#beginScore(reading, 0);
    const waiting = Math.min(reading.waiting.length, MAX_ARTICLES - 1) + (reading.current.titled ? 0 : 1);
    this.#candidates.add(reading, 0, score, promiseOf(score, waiting + (count > 0 ? 0 : 1)));
    if (count > 0) this.#offerPaired(reading, cost);
  }

  /** The article ends, at a cost, and the first titles head it or those that wait. */
  #offerPaired(reading: Reading, cost: number): void {
    const open = this.#openOf(reading);
    const pairings = this.#pairingsOf(open);
    const count = this.#headings.length;
    for (let cut = 1; cut <= count; cut++) {
      const paired = pairings.score(cut);
      if (reading.promise + cost + paired < this.#least - HOPELESS) continue;
      const score = reading.score + (cost + paired) + this.#beginScore(reading, cut);
      const waiting = countWaiting(open, pairings.taken(cut));
      this.#candidates.add(reading, cut, score, promiseOf(score, waiting + (cut < count ? 0 : 1)));
    }
  }

  /** The best readings behind the gap; of those that can only go on alike, the best one. */
  best(most: number): Reading[] {
    const kept: Reading[] = [];
    for (let left = this.#candidates.count; left > 0 && kept.length < most; left--) {
      const { from, step, score } = this.#candidates.takeBest();
      const reading = this.#read(from, step, score);
      if (!kept.some((other) => goOnAlike(reading, other))) kept.push(reading);
    }
    return kept;
  }

  #read(from: Reading, step: Step, score: number): Reading {
    if (step === ON) return this.#goOn(from, score);
    if (step === INSIDE) return this.#headInside(from, score);
    const open = this.#openOf(from);
    if (step === 0) return this.#begin(from, 0, score, waitingOf(open, 0), NO_TITLES);
    const pairings = this.#pairingsOf(open);
    const ended = pairings.articles(step).map((at, line) => [this.#headings[line]!.unit, open[at]!.id] as const);
    return this.#begin(from, step, score, waitingOf(open, pairings.taken(step)), ended);
  }

  /** Where an article ends, all that may still get titles. */
  #openOf({ waiting, current }: Reading): readonly Open[] {
    const { id, from, to, titled, signed } = current;
    const ending = { id, from, to, titled, signed: signed || this.#page.pieces[this.#p - 1]!.closes };
    const open = waiting.length < MAX_ARTICLES ? waiting.slice() : waiting.slice(1 - MAX_ARTICLES);
    open.push(ending);
    return open;
  }

  #pairingsOf(open: readonly Open[]): Pairings {
    for (const known of this.#paired) if (areAlike(known.open, open)) return known.pairings;
    const pairings = this.#pairer.pair(this.#headings, open, this.#shared);
    this.#paired.push({ open, pairings });
    return pairings;
  }

  #headsFrom(cut: number): Heads | undefined {
    if (cut === this.#headings.length) return undefined;
    return (this.#heads[cut] ??= new Heads(this.#headings.slice(cut), this.#page.sizes));
  }

  /** Starts an article at the piece with the titles from `cut` on before it. */
  #begin(reading: Reading | undefined, cut: number, score: number, waiting: readonly Open[], ended: Titles): Reading {
    const id = reading === undefined ? 0 : reading.current.id + 1;
    const p = this.#p;
    const heads = this.#headsFrom(cut);
    const titled = heads !== undefined;
    return {
      score,
      promise: promiseOf(score, waiting.length + (titled ? 0 : 1)),
      current: { id, from: p, to: p, titled, signed: this.#page.pieces[p]!.opens || this.#signed[cut]! },
      heads,
      headScore: this.#wordings[cut]!,
      subheads: 0,
      waiting,
      side: titled ? 'before' : ended.length > 0 ? 'after' : reading?.side,
      ended,
      previous: reading,
    };
  }

  #beginScore(reading: Reading | undefined, cut: number): number {
    const w = weights.article;
    const titled = cut < this.#headings.length;
    const signed = this.#page.pieces[this.#p]!.opens && this.#signed[cut]!;
    // Titles on both sides of the gap say nothing of where the page has them.
    const side = cut > 0 ? (titled ? undefined : 'after') : titled ? 'before' : undefined;
    const turned = side !== undefined && reading?.side !== undefined && side !== reading.side;
    return (
      this.#wordings[cut]! +
      this.#joins[cut]! +
      (signed ? w.signedTwice : 0) +
      (turned ? w.otherSide : 0) +
      this.#shapes[cut]! +
      (titled ? 0 : w.untitled)
    );
  }

  /** A sentence or two are hardly an article. */
  #isTiny({ from, to }: Open): boolean {
    let length = 0;
    for (let p = from; p <= to && length < TINY; p++) length += this.#page.lengths[p]!;
    return length < TINY;
  }

  /** The article goes on behind the gap: its titles are subheads. */
  #goOn(reading: Reading, score: number): Reading {
    const { current, heads, waiting, side } = reading;
    return {
      score,
      promise: promiseOf(score, waiting.length + (current.titled ? 0 : 1)),
      current: {
        id: current.id,
        from: current.from,
        to: this.#p,
        titled: current.titled,
        signed: current.signed || this.#page.pieces[this.#p]!.opens,
      },
      heads,
      headScore: this.#headScore(reading),
      subheads: reading.subheads + this.#headings.length,
      waiting,
      side,
      ended: NO_TITLES,
      previous: reading,
    };
  }

  #goOnScore(reading: Reading): number {
    const w = weights.heading;
    let score = reading.score + this.#headScore(reading) - reading.headScore;
    if (this.#headings.length === 0) return score;
    const { scores } = this.#shared.with(reading.current.from, this.#p);
    for (let i = 0; i < scores.length; i++) {
      score += this.#headings[i]!.asSubhead + w.subheadWording * scores[i]!;
      if (i > 0) score += w.subheadLines;
    }
    return score + (reading.subheads > 0 ? w.subheadSeries : w.subheadAlone);
  }

  /** What the wording of the article's titles says once it has the piece, too. */
  #headScore({ heads, current, headScore }: Reading): number {
    return heads?.touches(this.#p) ? heads.with(current.from, this.#p) : headScore;
  }

  /** The article goes on behind the gap, and the titles there head it: the text file has them inside the body. */
  #headInside(reading: Reading, score: number): Reading {
    const { current, subheads, waiting, side } = reading;
    const { id, from, signed } = current;
    const heads = this.#headsFrom(0)!;
    return {
      score,
      promise: promiseOf(score, waiting.length),
      current: { id, from, to: this.#p, titled: true, signed },
      heads,
      headScore: this.#shared.with(from, this.#p).sum,
      subheads,
      waiting,
      side,
      ended: NO_TITLES,
      previous: reading,
    };
  }

  #insideScore(reading: Reading): number {
    const wording = this.#shared.with(reading.current.from, this.#p).sum;
    let shape = 0;
    this.#headings.forEach((heading, at) => (shape += heading.asHeadline + (at > 0 ? heading.join : 0)));
    return reading.score + wording + shape - weights.article.untitled + weights.heading.inside;
  }
}

/** Of a gap without titles. */
const NOTHING: number[] = [0];
const NO_NAMES: boolean[] = [false];
const NO_TITLES: Titles = [];

/** The articles that still wait for titles. */
function waitingOf(open: readonly Open[], taken: number): readonly Open[] {
  const count = countWaiting(open, taken);
  return count === open.length ? open : open.filter(({ titled }, at) => !titled && (taken & (1 << at)) === 0);
}

function countWaiting(open: readonly Open[], taken: number): number {
  let count = 0;
  for (let i = 0; i < open.length; i++) if (!open[i]!.titled && (taken & (1 << i)) === 0) count++;
  return count;
}

/** Whether titles go to both alike. */
function areAlike(a: readonly Open[], b: readonly Open[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i]!.from !== b[i]!.from || a[i]!.titled !== b[i]!.titled || a[i]!.signed !== b[i]!.signed) return false;
  }
  return true;
}
