import type { Headless } from './pairing';
import type { Heads } from './sharedWording';
import { weights } from './weights';

/** Share of the cost of an article without titles that is not counted while titles may come. */
const HOPE = 0.8;

/** An article that is being read, or waits for titles. */
export interface Open extends Headless {
  /** Number of the article. */
  readonly id: number;
}

/** A reading of the page up to a piece. */
export interface Reading {
  readonly score: number;
  /** The score with what titles to come may give back: what readings are compared by. */
  readonly promise: number;
  readonly current: Open;
  /** Titles that the current article has, and what their wording says so far. They stand at the gap that set them. */
  readonly heads: Heads | undefined;
  readonly headScore: number;
  /** Subheads that the current article has. */
  readonly subheads: number;
  readonly waiting: readonly Open[];
  readonly side: 'before' | 'after' | undefined;
  /** Heading unit → article of the titles at the last gap that head articles before it. */
  readonly ended: Titles;
  readonly previous: Reading | undefined;
}

export type Titles = readonly (readonly [unit: number, article: number])[];

/** A score with most of what titles to come may give back to the articles that wait for them. */
export function promiseOf(score: number, untitled: number): number {
  return score - untitled * weights.article.untitled * HOPE;
}

/** Whether whatever can be said of the rest of the page can be said of both. */
export function goOnAlike(a: Reading, b: Reading): boolean {
  const [x, y] = [a.current, b.current];
  if (x.from !== y.from || x.titled !== y.titled || x.signed !== y.signed || a.side !== b.side) return false;
  if (a.heads?.length !== b.heads?.length || a.subheads > 0 !== b.subheads > 0) return false;
  if (a.waiting.length !== b.waiting.length) return false;
  for (let i = 0; i < a.waiting.length; i++) if (a.waiting[i]!.from !== b.waiting[i]!.from) return false;
  return true;
}
