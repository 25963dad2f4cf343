import { Part, partOf } from './numeralChars';
import { yearInEra } from './eras';
import { readNumeral, type Numeral } from './numerals';
import { codesOf, isTo } from './marks';
import { makeReading, type Reading } from './reading';

/** A point of the calendar as far as the text states it. */
interface CalendarPoint {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

interface PointRead extends CalendarPoint {
  readonly end: number;
}

/** Words behind 日 that make it a length of time: 30日内, 三日游. */
const DAYS_AFTER = ['内', '以内', '之内', '游', '工期', '期限', '之久', '行程', '量'];
const DAYS_BEFORE = ['为期', '连续', '历时', '长达', '持续', '耗时', '用时', '不到', '超过', '近', '每', '满', '未来'];

/** The date or range of dates that begins with a numeral; undefined where it begins none. */
export function readDate(text: string, numeral: Numeral): Reading | undefined {
  const first = readPoint(text, numeral);
  if (!first) return readOpenRange(text, numeral);
  if (first.month === undefined && first.day !== undefined && countsDays(text, numeral.start, first.end))
    return undefined;
  const second = readSecond(text, first);
  const iso = second ? `${isoOf(first)}/${isoOf(second)}` : isoOf(first);
  return dateReading(numeral, second?.end ?? first.end, iso);
}

function dateReading(numeral: Numeral, end: number, iso: string): Reading {
  return makeReading(numeral.start, end, 'date', null, '', 1, numeral.script, { iso });
}

function isWhole(numeral: Numeral): boolean {
  return (
    Number.isInteger(numeral.value) && !numeral.more && !numeral.vague && !numeral.bare && numeral.hi === undefined
  );
}

function isYear(text: string, numeral: Numeral): boolean {
  const digits = numeral.end - numeral.start;
  if (numeral.script === 'hanzi' && !numeral.positional && digits > 4)
    return numeral.value >= 1800 && numeral.value < 2200;
  if (digits !== 4 || numeral.value < 1000 || numeral.value > 2999) return false;
  return numeral.script === 'arabic' ? !text.slice(numeral.start, numeral.end).includes(',') : numeral.positional;
}

function isMonth(numeral: Numeral): boolean {
  return isWhole(numeral) && numeral.value >= 1 && numeral.value <= 12 && !numeral.positional;
}

function isDay(numeral: Numeral): boolean {
  return isWhole(numeral) && numeral.value >= 1 && numeral.value <= 31 && !numeral.positional;
}

const endsPoint = codesOf('年月日-/.');

function readPoint(text: string, numeral: Numeral): PointRead | undefined {
  const at = numeral.end;
  if (!endsPoint(text.charCodeAt(at))) return undefined;
  const unit = text[at];
  if (unit === '年' && isWhole(numeral)) {
    const year = yearInEra(text, numeral.start, numeral.value);
    if (year !== undefined) return { year, end: at + 1 };
  }
  if (unit === '年' && isYear(text, numeral) && text[at + 1] !== '级') {
    const month = readNumeral(text, at + 1);
    const rest = month && text[month.end] === '月' && isMonth(month) ? readMonth(text, month) : undefined;
    return { year: numeral.value, ...(rest ?? { end: at + 1 }) };
  }
  if (unit === '月' && isMonth(numeral) && text[at + 1] !== '龄') {
    const month = readMonth(text, numeral);
    // 七月十二 without 日 is a day of the farmers' calendar.
    const lunar =
      numeral.script === 'hanzi' && month.day === undefined && partOf(text.charCodeAt(at + 1)) !== Part.None;
    return lunar ? undefined : month;
  }
  if (unit === '日' && isDay(numeral) && numeral.script === 'arabic') return { day: numeral.value, end: at + 1 };
  const signed = unit === '-' || unit === '/' || unit === '.';
  return numeral.script === 'arabic' && signed ? readNumbersOnly(text, numeral) : undefined;
}

function readMonth(text: string, month: Numeral): PointRead {
  const end = month.end + 1;
  const day = readNumeral(text, end);
  const named = day && isDay(day) && (text[day.end] === '日' || text[day.end] === '号');
  return named ? { month: month.value, day: day.value, end: day.end + 1 } : { month: month.value, end };
}

const NUMBERS_ONLY = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d.])/;

/** 2024-12-05, 2024.12.5 */
function readNumbersOnly(text: string, numeral: Numeral): PointRead | undefined {
  const parts = NUMBERS_ONLY.exec(text.slice(numeral.start, numeral.start + 12));
  if (!parts) return undefined;
  const [whole, year, , month, day] = parts;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return { year: Number(year), month: Number(month), day: Number(day), end: numeral.start + whole.length };
}

/** 1至8月, 2020—2023年: only the second number carries the unit. */
function readOpenRange(text: string, numeral: Numeral): Reading | undefined {
  const at = numeral.end;
  if (!isTo(text.charCodeAt(at)) || !isWhole(numeral)) return undefined;
  const second = readNumeral(text, at + 1);
  if (!second) return undefined;
  const unit = text[second.end];
  const ordered = numeral.value < second.value;
  if (unit === '月' && isMonth(numeral) && isMonth(second) && ordered) {
    return dateReading(numeral, second.end + 1, `${isoOf({ month: numeral.value })}/${isoOf({ month: second.value })}`);
  }
  if (unit === '年' && isYear(text, numeral) && isYear(text, second) && ordered) {
    return dateReading(numeral, second.end + 1, `${numeral.value}/${second.value}`);
  }
  if (unit === '学' && text[second.end + 1] === '年' && isYear(text, numeral) && isYear(text, second) && ordered) {
    return dateReading(numeral, second.end + 2, `${numeral.value}/${second.value}`);
  }
  if (unit === '日' && isDay(numeral) && isDay(second) && ordered && numeral.script === 'arabic') {
    if (countsDays(text, numeral.start, second.end + 1)) return undefined;
    return dateReading(numeral, second.end + 1, `${isoOf({ day: numeral.value })}/${isoOf({ day: second.value })}`);
  }
  return undefined;
}

/** The other end of a range: 3月10日至18日, 2023年5月至2024年6月. What it leaves out it takes from the first end. */
function readSecond(text: string, first: PointRead): PointRead | undefined {
  let at = first.end;
  if (!isTo(text.charCodeAt(at))) return undefined;
  if (text[at] === '—' && text[at + 1] === '—') at++;
  const numeral = readNumeral(text, at + 1);
  const second = numeral && readPoint(text, numeral);
  if (!second) return undefined;
  const coarser = second.year === undefined && second.month === undefined && first.day === undefined;
  if (coarser || (second.day === undefined) !== (first.day === undefined)) return undefined;
  const year = second.year ?? first.year;
  const month = second.month ?? (second.day === undefined ? undefined : first.month);
  return {
    end: second.end,
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(second.day === undefined ? {} : { day: second.day }),
  };
}

function countsDays(text: string, start: number, end: number): boolean {
  return (
    DAYS_AFTER.some((word) => text.startsWith(word, end)) || DAYS_BEFORE.some((word) => text.endsWith(word, start))
  );
}

const fourDigits = (year: number): string => (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
const two = (value: number): string => String(value).padStart(2, '0');

/** Partial ISO 8601: 2024-12, --03-21, ---05. */
export function isoOf({ year, month, day }: CalendarPoint): string {
  const head = year === undefined ? '-' : fourDigits(year);
  if (month === undefined) return day === undefined ? head : `---${two(day)}`;
  return `${head}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
}
