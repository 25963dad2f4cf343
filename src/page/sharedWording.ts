import { type Heading, touches, wordingOf } from './headings';

/** What headings have in common with the pieces `from` to `to`. */
export interface Share {
  readonly from: number;
  readonly to: number;
  /** For every heading, see {@link wordingOf}. */
  readonly scores: readonly number[];
  readonly sum: number;
}

/** The wording that the headings of a gap share with the pieces that its readings ask about, each counted once. */
export class SharedWording {
  readonly #headings: readonly Heading[];
  readonly #sizes: readonly number[];
  readonly #known: Share[] = [];

  /** `sizes` as in the pieces of the page. */
  constructor(headings: readonly Heading[], sizes: readonly number[]) {
    this.#headings = headings;
    this.#sizes = sizes;
  }

  with(from: number, to: number): Share {
    for (const share of this.#known) if (share.from === from && share.to === to) return share;
    const share = this.#shareOf(from, to);
    this.#known.push(share);
    return share;
  }

  #shareOf(from: number, to: number): Share {
    const scores = new Array<number>(this.#headings.length);
    let sum = 0;
    for (let i = 0; i < scores.length; i++) sum += scores[i] = wordingOf(this.#headings[i]!, from, to, this.#sizes);
    return { from, to, scores, sum };
  }
}

/** The titles of an article that goes on: all readings that begin with them share them. */
export class Heads {
  readonly headings: readonly Heading[];
  readonly #sizes: readonly number[];
  #from = -1;
  #to = -1;
  #sum = 0;

  constructor(headings: readonly Heading[], sizes: readonly number[]) {
    this.headings = headings;
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
