import type { Stated } from './stated';

/** A value with the margin that rounding in print leaves open. */
export interface Margin {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
}

/** A printed number stands for all that round to it, or that it is cut down from: most papers cut. */
export function marginOf({ value, step, figure }: Stated): Margin {
  const size = Math.abs(value);
  // 1121处 is counted, not rounded.
  if (figure.kind === 'count' && figure.modifier === 'exact' && step === 1) return { value, lo: value, hi: value };
  switch (figure.modifier) {
    case 'above':
    case 'min':
      return { value, lo: value - step / 2, hi: value + Math.max(size * 0.1, step) };
    case 'below':
    case 'max':
      return { value, lo: value - Math.max(size * 0.1, step), hi: value + step / 2 };
    case 'approx':
      return { value, lo: value - Math.max(size * 0.05, step), hi: value + Math.max(size * 0.05, step) };
    case 'exact':
      return { value, lo: value - step / 2, hi: value + step / 2 };
  }
}

export function quotient(a: Margin, b: Margin, factor = 1): Margin {
  return {
    value: (factor * a.value) / b.value,
    lo: (factor * a.lo) / b.hi,
    hi: b.lo > 0 ? (factor * a.hi) / b.lo : Infinity,
  };
}

export function product(a: Margin, b: Margin, factor = 1): Margin {
  return { value: factor * a.value * b.value, lo: factor * a.lo * b.lo, hi: factor * a.hi * b.hi };
}

export function difference(a: Margin, b: Margin): Margin {
  return { value: a.value - b.value, lo: a.lo - b.hi, hi: a.hi - b.lo };
}

/** Whether a claimed figure agrees with what its page lets one compute. */
export function agrees(computed: Margin, claimed: Stated): boolean {
  const margin = marginOf(claimed);
  // Cutting instead of rounding puts the printed number up to one unit of its last digit too low.
  const cut = claimed.figure.modifier === 'exact' ? claimed.step / 2 : 0;
  const grain = Math.abs(claimed.value) * 1e-9;
  return computed.hi >= margin.lo - grain && computed.lo <= margin.hi + cut + grain;
}

/** Whether two values agree to within a share of the larger. */
export function isWithin(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));
}
