import type { Byline } from '../page/model';
import type { Figure } from './model';

/** What a partial date is read against: the day of the dateline or of the page, as far as it is stated. */
export interface Reference {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** A partial date with the words around it. */
export interface PartialDate {
  readonly iso: string;
  /** The end of the words before it and the beginning of those behind it. */
  readonly before: string;
  readonly behind: string;
  /** The date before it in its sentence, partial or whole. */
  readonly previous?: string | undefined;
}

const MONTH_DAY = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/;
const YEARS: readonly (readonly [string, number])[] = [
  ['前年', -2],
  ['去年', -1],
  ['上年', -1],
  ['今年', 0],
  ['本年', 0],
  ['当年', 0],
  ['明年', 1],
  ['来年', 1],
];
/** Years told from the date before: 2019年5月开工，次年8月完工. */
const YEARS_ON: readonly (readonly [string, number])[] = [
  ['同年', 0],
  ['当年', 0],
  ['次年', 1],
  ['翌年', 1],
  ['第二年', 1],
];
/** What is still to come: 定于12月3日, 12月3日起将…, 10月底前. */
const PLANNED_BEFORE = /将|拟|计划|预计|定于|有望|力争/;
const PLANNED_BEHIND = /^(?:底|末|初|中旬|下旬|上旬)?(?:起?(?:将|拟)|之?前)/;
/** A paper announces what is to come at most so many months ahead without saying so. */
const MONTHS_AHEAD = 2;

/**
 * The reference of each article: its dateline, else the page's own date, else the first dateline of the page. The year
 * is the dateline's, else the page's, else the latest in which the page dates anything to the day.
 */
export function referencesOf(
  bylines: readonly Byline[],
  figures: readonly Figure[],
  pageDate?: Reference,
): (articleId: string | null) => Reference {
  const byArticle = new Map<string | null, Reference>();
  const year = pageDate?.year ?? fullYear(figures);
  let first: Reference | undefined;
  for (const { kind, date, articleId } of bylines) {
    const parts = kind === 'dateline' && date !== undefined ? MONTH_DAY.exec(date) : null;
    if (!parts) continue;
    const [month, day] = [Number(parts[2]), Number(parts[3])];
    const stated = parts[1] === undefined ? undefined : Number(parts[1]);
    const reference = { year: stated ?? yearOfDateline(month, day, year, pageDate), month, day };
    first ??= reference;
    if (!byArticle.has(articleId)) byArticle.set(articleId, reference);
  }
  const fallback = pageDate ?? first ?? { year, month: undefined, day: undefined };
  return (articleId) => byArticle.get(articleId) ?? fallback;
}

/** A dateline is no later than its page: one of December on a page of January is of the year before. */
function yearOfDateline(
  month: number,
  day: number,
  year: number | undefined,
  page: Reference | undefined,
): number | undefined {
  if (year === undefined || page?.month === undefined || page.day === undefined) return year;
  return month > page.month || (month === page.month && day > page.day) ? year - 1 : year;
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
 * A partial date made whole, or as whole as it can be made, and the rule used; undefined where nothing is to be added.
 * For a day alone: `same-month` of the date before it in its sentence, `dateline-month` (记者1日获悉). For a month:
 * `this-year`, `last-year` and the like where the text says so, `same-year` and `year-after` as the date before it,
 * `nearest-future` for what is planned or a little ahead, `nearest-past` for a month or a month and day alone.
 */
export function resolveDate(partial: PartialDate, reference: Reference): Figure['resolved'] {
  const { iso, previous } = partial;
  if (iso.startsWith('---')) {
    const sameMonth = previous === undefined ? undefined : inMonthOf(iso, previous);
    if (sameMonth === undefined) return resolveDay(partial, reference);
    if (!sameMonth.startsWith('--')) return { iso: sameMonth, rule: 'same-month' };
    const { iso: whole = sameMonth } = resolveMonth({ ...partial, iso: sameMonth }, reference) ?? {};
    return { iso: whole, rule: 'same-month' };
  }
  return iso.startsWith('--') ? resolveMonth(partial, reference) : undefined;
}

/** 3月10日开工，15日完工: a later day of the month named before; undefined where none is. */
function inMonthOf(iso: string, previous: string): string | undefined {
  const month = /^(?:-|\d{4})-\d\d/.exec(previous)?.[0];
  const day = previous.slice(-2);
  if (month === undefined || previous.includes('/') || !(iso.slice(3, 5) > day || previous.length === month.length))
    return undefined;
  return eachEnd(iso, (end) => month + end.slice(2));
}

/** The year of a date that has one and is no range. */
function yearOf(iso: string | undefined): number | undefined {
  return iso !== undefined && /^\d{4}(?!.*\/)/.test(iso) ? Number(iso.slice(0, 4)) : undefined;
}

/** What a date stands for to the next one in its sentence: 2019年5月开工，8月封顶，15日验收 is all of one year. */
export function continued(iso: string, previous: string | undefined): string {
  const year = yearOf(previous);
  const goesOn = year !== undefined && iso.startsWith('--') && !iso.startsWith('---') && !iso.includes('/');
  return goesOn && iso.slice(2, 4) >= previous!.slice(5, 7) ? `${year}${iso.slice(1)}` : iso;
}

function resolveMonth({ iso, before, behind, previous }: PartialDate, reference: Reference): Figure['resolved'] {
  const stated = yearOf(previous);
  const on = YEARS_ON.find(([word]) => before.endsWith(word));
  if (on && stated !== undefined) {
    return { iso: withYear(iso, stated + on[1]), rule: on[1] === 0 ? 'same-year' : 'year-after' };
  }
  const { year, month } = reference;
  const told = YEARS.find(([word]) => before.endsWith(word));
  if (told && year !== undefined) {
    return { iso: withYear(iso, year + told[1]), rule: RULES[String(told[1])] ?? 'this-year' };
  }
  if (told || on) return undefined;
  if (stated !== undefined) {
    // 2019年11月开工，3月完工 leaves the year open.
    const isLater = iso.slice(2, 4) >= previous!.slice(5, 7);
    return isLater ? { iso: withYear(iso, stated), rule: 'same-year' } : undefined;
  }
  if (year === undefined) return undefined;
  const first = Number(iso.slice(2, 4));
  if (month !== undefined && (PLANNED_BEFORE.test(before) || PLANNED_BEHIND.test(behind))) {
    return { iso: withYear(iso, first < month ? year + 1 : year), rule: 'nearest-future' };
  }
  const isPast = month !== undefined && first > month + MONTHS_AHEAD;
  const isAhead = month !== undefined && first > month && !isPast;
  return { iso: withYear(iso, isPast ? year - 1 : year), rule: isAhead ? 'nearest-future' : 'nearest-past' };
}

const RULES: Readonly<Record<string, string>> = {
  '-2': 'year-before-last',
  '-1': 'last-year',
  '0': 'this-year',
  '1': 'next-year',
};

function resolveDay({ iso, before, behind }: PartialDate, { year, month, day }: Reference): Figure['resolved'] {
  if (month === undefined || day === undefined) return undefined;
  const first = Number(iso.slice(3, 5));
  const planned = PLANNED_BEFORE.test(before) || PLANNED_BEHIND.test(behind);
  // On the 1st a paper tells of the 30th: that was the month before. Of the 5th it tells on the 28th what is planned.
  const months = planned ? (first < day ? 1 : 0) : first > day ? -1 : 0;
  const then = ((month - 1 + months + 12) % 12) + 1;
  const whole = eachEnd(iso, (end) => `--${String(then).padStart(2, '0')}${end.slice(2)}`);
  if (year === undefined) return { iso: whole, rule: 'dateline-month' };
  const shift = months < 0 && month === 1 ? -1 : months > 0 && month === 12 ? 1 : 0;
  return { iso: withYear(whole, year + shift), rule: 'dateline-month' };
}

function eachEnd(iso: string, change: (end: string) => string): string {
  return iso.split('/').map(change).join('/');
}

/** The year for both ends; a range that runs from November to February ends in the year after. */
function withYear(iso: string, year: number): string {
  const [first = '', second] = iso.split('/');
  if (second === undefined) return `${year}${first.slice(1)}`;
  const ends = second.slice(2) < first.slice(2) ? year + 1 : year;
  return `${year}${first.slice(1)}/${ends}${second.slice(1)}`;
}
