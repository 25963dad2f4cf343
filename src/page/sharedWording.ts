import { type Heading, touches, wordingOf } from './headings';

/** What headings have in common with the pieces `from` to `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** For every heading, see {@link wordingOf}. */
  readonly scores: readonly number[];
  readonly sum: number;
}

/** The wording that the headings of a gap share with the stretches that its readings ask about, each counted once. */
export class SharedWording {
  readonly #headings: readonly Heading[];
  readonly #sizes: readonly number[];
  readonly #known: Stretch[] = [];

  /** `sizes` as in the pieces of the page. */
  constructor(headings: readonly Heading[], sizes: readonly number[]) {
    this.#headings = headings;
    this.#sizes = sizes;
  }

  with(from: number, to: number): Stretch {
    for (const stretch of this.#known) if (stretch.from === from && stretch.to === to) return stretch;
    const scores = this.#headings.map((heading) => wordingOf(heading, from, to, this.#sizes));
    const stretch = { from, to, scores, sum: scores.reduce((sum, score) => sum + score, 0) };
    this.#known.push(stretch);
    return stretch;
  }
}

/** The titles of an article that goes on: all readings that begin with them share them. */
export class Heads {
  readonly headings: readonly Heading[];
  readonly signed: boolean;
  readonly #sizes: readonly number[];
  #from = -1;
  #to = -1;
  #sum = 0;

  constructor(headings: readonly Heading[], sizes: readonly number[]) {
    this.headings = headings;
    this.signed = headings.some((heading) => heading.signed);
    this.#sizes = sizes;
  }

  get length(): number {
    return this.headings.length;
  }

  /** Whether a piece has a word of them. */
  touches(piece: number): boolean {
    for (const heading of this.headings) if (touches(heading, piece)) return true;
    return false;
  }

  /** What their wording says for them and the pieces `from` to `to` being one article. */
  with(from: number, to: number): number {
    if (from !== this.#from || to !== this.#to) {
      this.#from = from;
      this.#to = to;
      this.#sum = 0;
      for (const heading of this.headings) this.#sum += wordingOf(heading, from, to, this.#sizes);
    }
    return this.#sum;
  }
}
