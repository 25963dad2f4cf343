import type { FigureKind, Modifier } from './model';

/** A numeric expression as the scanner found it in flow text; offsets are UTF-16 units of that text, `end` exclusive. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  /** Identifiers are kept while a paragraph is read, because the words of a claim end at them. */
  readonly kind: FigureKind | 'identifier';
  readonly value: number | null;
  /** Ranges only. */
  readonly lo: number | undefined;
  readonly hi: number | undefined;
  readonly unit: string;
  /** Dates and times only. */
  readonly iso: string | undefined;
  /** What the expression itself says (余, 多); words around it are read later. */
  readonly modifier: Modifier | null;
  /** One unit of the last printed digit, in base units: the precision with which the figure is stated. */
  readonly step: number;
  readonly script: 'arabic' | 'hanzi' | 'mixed';
}

/** Makes a reading. All have one shape, because everything that looks at readings of several shapes is slow. */
export function makeReading(
  start: number,
  end: number,
  kind: Reading['kind'],
  value: number | null,
  unit: string,
  step: number,
  script: Reading['script'],
  { modifier = null, lo, hi, iso }: Partial<Pick<Reading, 'modifier' | 'lo' | 'hi' | 'iso'>> = NOTHING_MORE,
): Reading {
  return { start, end, kind, value, lo, hi, unit, iso, modifier, step, script };
}

const NOTHING_MORE = {};

/** The reading with another start and value: a sign before it. */
export function withStart(reading: Reading, start: number, value: number): Reading {
  const { end, kind, lo, hi, unit, iso, modifier, step, script } = reading;
  return { start, end, kind, value, lo, hi, unit, iso, modifier, step, script };
}

/** Dates, times and names state no quantity of anything. */
export function measuresNothing({ kind }: Reading): boolean {
  return kind === 'date' || kind === 'time' || kind === 'identifier';
}
