import { codesOf, endsMember } from '../marks';
import type { Check, Figure } from '../model';
import type { Reading } from '../reading';

/** The flow text of a paragraph in simplified characters and as printed, and what the paragraph is. */
export interface StatedIn {
  readonly text: string;
  readonly printed: string;
  /** Its number on the page, ascending. */
  readonly paragraph: number;
  readonly title: boolean;
}

/** A figure with what a check needs to know of its place and its precision. Refers to the reading, as copies cost. */
export class Stated {
  /** What its unit counts: {@link unitClass}. */
  readonly counts: string;

  constructor(
    readonly figure: Figure,
    readonly kind: Figure['kind'],
    /** In base units. */
    readonly value: number,
    /** Number of its sentence on the page, ascending. */
    readonly sentence: number,
    private readonly reading: Reading,
    private readonly place: StatedIn,
  ) {
    this.counts = unitClass(reading.unit);
  }

  /** One unit of the last printed digit, in base units. */
  get step(): number {
    return this.reading.step;
  }

  get text(): string {
    return this.place.text;
  }

  get printed(): string {
    return this.place.printed;
  }

  /** Where the figure stands in both texts. */
  get start(): number {
    return this.reading.start;
  }

  get end(): number {
    return this.reading.end;
  }

  get paragraph(): number {
    return this.place.paragraph;
  }

  get title(): boolean {
    return this.place.title;
  }
}

/** A relation found between figures; `figures` in the order of the statement. */
export interface Finding extends Omit<Check, 'figures'> {
  readonly figures: readonly Stated[];
}

/** The figure as printed, without blanks. */
export function quoteOf({ printed, start, end }: Stated): string {
  return printed.slice(start, end);
}

const countsPeople = codesOf('人名位口');
const GE = '个'.charCodeAt(0);

/** Whether two figures count the same kind of thing: one unit, or both people. */
export function sameUnit(a: Stated, b: Stated): boolean {
  return a.kind === b.kind && a.counts === b.counts;
}

export function unitClass(unit: string): string {
  if (unit === '％') return '%';
  if (unit.length === 1) return countsPeople(unit.charCodeAt(0)) ? '人' : unit;
  return unit.charCodeAt(0) === GE ? unit.slice(1) : unit;
}

/** The words from the last stop before a figure to the figure, at most 24 characters. */
export function wordsBefore(stated: Stated, from = 0): string {
  const floor = Math.max(from, stated.start - 24);
  let start = stated.start;
  while (start > floor && !endsMember(stated.text.charCodeAt(start - 1))) start--;
  return stated.text.slice(start, stated.start);
}

/** The words between two figures of one paragraph; '' where they stand apart. */
export function between(a: Stated, b: Stated): string {
  return a.paragraph === b.paragraph && a.end <= b.start && b.start - a.end < 200 ? a.text.slice(a.end, b.start) : '';
}

/** Whether the words of two metrics name one thing: one holds the other, or they share most of their characters. */
export function sameMetric(a: Figure, b: Figure): boolean {
  if (a.metric === null || b.metric === null) return false;
  if (a.metric.includes(b.metric) || b.metric.includes(a.metric)) return true;
  return likeness(a.metric, b.metric) >= 0.6;
}

function likeness(a: string, b: string): number {
  const left = [...b];
  let both = 0;
  for (const char of a) {
    const at = left.indexOf(char);
    if (at < 0) continue;
    left.splice(at, 1);
    both++;
  }
  return (2 * both) / (a.length + b.length);
}
