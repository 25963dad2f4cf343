import type { Reading } from './readings';

/** What a reading does at a gap: the article goes on, or has its headline there, or ends (so many titles head it). */
export type Step = number;
export const ON: Step = -1;
export const INSIDE: Step = -2;

export interface Candidate {
  readonly from: Reading;
  readonly step: Step;
  readonly score: number;
}

/** Steps from readings to the next, as numbers: most are not worth an object. Their memory is used at every gap. */
export class Candidates {
  readonly #from: Reading[] = [];
  readonly #steps: Step[] = [];
  readonly #scores: number[] = [];
  readonly #promises: number[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
  }

  /** `promise` is what steps are compared by. */
  add(from: Reading, step: Step, score: number, promise: number): void {
    const at = this.#count++;
    this.#from[at] = from;
    this.#steps[at] = step;
    this.#scores[at] = score;
    this.#promises[at] = promise;
  }

  /** The most promising step that was not taken yet; of those alike the one that was added first. */
  takeBest(): Candidate {
    const promises = this.#promises;
    let best = 0;
    for (let i = 1, count = this.#count; i < count; i++) if (promises[i]! > promises[best]!) best = i;
    promises[best] = -Infinity;
    return { from: this.#from[best]!, step: this.#steps[best]!, score: this.#scores[best]! };
  }
}
