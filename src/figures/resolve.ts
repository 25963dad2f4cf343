import type { Byline } from '../page/model';
import type { Figure } from './model';

/** What a partial date is read against: the day of the dateline, as far as the page states it. */
export interface Reference {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const MONTH_DAY = /^(\d{1,2})月(\d{1,2})日$/;
const YEARS: readonly (readonly [string, number])[] = [
  ['前年', -2],
  ['去年', -1],
  ['上年', -1],
  ['今年', 0],
  ['本年', 0],
  ['当年', 0],
  ['明年', 1],
];

/** The reference of each article: its dateline, else the page's first one; the year is the latest that the page states in a full date. */
export function referencesOf(
  bylines: readonly Byline[],
  figures: readonly Figure[],
): (articleId: string | null) => Reference {
  const byArticle = new Map<string | null, Reference>();
  const year = fullYear(figures);
  let first: Reference = { year, month: undefined, day: undefined };
  for (const { kind, date, articleId } of bylines) {
    const parts = kind === 'dateline' && date !== undefined ? MONTH_DAY.exec(date) : null;
    if (!parts) continue;
    const reference = { year, month: Number(parts[1]), day: Number(parts[2]) };
    if (first.month === undefined) first = reference;
    if (!byArticle.has(articleId)) byArticle.set(articleId, reference);
  }
  return (articleId) => byArticle.get(articleId) ?? first;
}

const WHOLE_DAY = 'yyyy-mm-dd'.length;

/** A newspaper page is of the latest year in which it dates anything to the day. */
function fullYear(figures: readonly Figure[]): number | undefined {
  let latest: number | undefined;
  for (const { iso } of figures) {
    if (iso === undefined || iso.length < WHOLE_DAY || iso.startsWith('--') || !/^\d{4}-\d\d-\d\d/.test(iso)) continue;
    const year = Number(iso.slice(0, 4));
    if (latest === undefined || year > latest) latest = year;
  }
  return latest;
}

/**
 * A partial date made whole, or as whole as it can be made, and the rule used: `dateline-month` for a day of the month
 * (记者1日获悉), `this-year`, `last-year`, `next-year` and the like where the text says so, `nearest-past` for a month and
 * day alone. Undefined where nothing is to be added.
 */
export function resolveDate(iso: string, before: string, reference: Reference): Figure['resolved'] {
  if (iso.startsWith('---')) return resolveDay(iso, reference);
  if (!iso.startsWith('--') || reference.year === undefined) return undefined;
  const stated = YEARS.find(([word]) => before.endsWith(word));
  const shift = stated?.[1] ?? pastShift(iso, reference);
  const rule = stated ? (RULES[String(stated[1])] ?? 'this-year') : 'nearest-past';
  return { iso: withYear(iso, reference.year + shift), rule };
}

const RULES: Readonly<Record<string, string>> = {
  '-2': 'year-before-last',
  '-1': 'last-year',
  '0': 'this-year',
  '1': 'next-year',
};

function resolveDay(iso: string, { year, month, day }: Reference): Figure['resolved'] {
  if (month === undefined || day === undefined) return undefined;
  // On the 1st a paper tells of the 30th: that was the month before.
  const earlier = Number(iso.slice(3, 5)) > day;
  const then = earlier ? (month === 1 ? 12 : month - 1) : month;
  const head = `--${String(then).padStart(2, '0')}`;
  const whole = iso
    .split('/')
    .map((part) => head + part.slice(2))
    .join('/');
  const shifted = year === undefined ? undefined : earlier && month === 1 ? year - 1 : year;
  return { iso: shifted === undefined ? whole : withYear(whole, shifted), rule: 'dateline-month' };
}

/** -1 for a month later than the dateline's, which only the year before can have had. */
function pastShift(iso: string, { month }: Reference): number {
  return month !== undefined && Number(iso.slice(2, 4)) > month + 2 ? -1 : 0;
}

function withYear(iso: string, year: number): string {
  return iso
    .split('/')
    .map((part) => `${year}${part.slice(1)}`)
    .join('/');
}
