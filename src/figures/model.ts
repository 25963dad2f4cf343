import type { Span } from '../page/model';

export type FigureKind =
  | 'count'
  | 'percent'
  | 'money'
  | 'length'
  | 'area'
  | 'mass'
  | 'volume'
  | 'power'
  | 'duration'
  | 'date'
  | 'time'
  | 'ordinal'
  | 'level'
  | 'ratio'
  | 'rate'
  | 'age'
  | 'temperature'
  | 'other';

export type Modifier = 'exact' | 'approx' | 'below' | 'above' | 'max' | 'min';

/** A numeric expression with what it claims. The span covers number, multiplier and unit; modifiers stay outside. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  /** In base units (65.27万户 is 652700); null for dates, times, scores and ranges. */
  readonly value: number | null;
  /** Ranges only: the two ends, in base units. */
  readonly lo?: number;
  readonly hi?: number;
  /** As written, without blanks, 万/亿 and 余; '' where there is none. */
  readonly unit: string;
  readonly modifier: Modifier;
  /** Dates and times: partial ISO 8601 (`2024-12`, `--03-21`, `--01/--08`, `21:42`). */
  readonly iso?: string;
  /** A partial date made whole from the page's dateline, and the rule that did it. */
  readonly resolved?: { readonly iso: string; readonly rule: string };
  readonly change: 'up' | 'down' | null;
  readonly basis: 'yoy' | 'mom' | null;
  /** The words of the text that name what is measured; null rather than wrong. */
  readonly metric: string | null;
  /** Rates: the unit it is counted per (每亩420公斤 has per 亩). */
  readonly per?: string;
  readonly articleId: string | null;
}

/** An arithmetic relation that the wording of the page states between figures. */
export interface Check {
  readonly type: 'ratio' | 'sum' | 'product' | 'growth' | 'repeat';
  /** Indices into the figures of the same analysis. */
  readonly figures: readonly number[];
  readonly computed: number;
  readonly claimed: number;
  readonly holds: boolean;
  /** The relation in the page's own figures, e.g. `1101处 / 1121处 = 98.2%`. */
  readonly statement: string;
}

export interface PageFigures {
  /** Page order; identifiers are not among them. */
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
}
