import type { FigureKind, Modifier } from './model';

/** A numeric expression as the scanner found it in flow text; offsets are UTF-16 units of that text, `end` exclusive. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  /** Identifiers are kept while a paragraph is read, because the words of a claim end at them. */
  readonly kind: FigureKind | 'identifier';
  readonly value: number | null;
  readonly lo?: number | undefined;
  readonly hi?: number | undefined;
  readonly unit: string;
  readonly iso?: string;
  /** What the expression itself says (余, 多); words around it are read later. */
  readonly modifier: Modifier | null;
  /** One unit of the last printed digit, in base units: the precision with which the figure is stated. */
  readonly step: number;
  readonly script: 'arabic' | 'hanzi' | 'mixed';
}

/** Dates, times and names state no quantity of anything. */
export function measuresNothing({ kind }: Reading): boolean {
  return kind === 'date' || kind === 'time' || kind === 'identifier';
}
