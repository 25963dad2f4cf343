import { readNumeral, type Numeral } from './numerals';
import { codesOf, isTo } from './marks';
import { wordSet } from './wordSet';
import { makeReading, type Reading } from './reading';

/** Parts of the day that put a time of the twelve-hour clock into its second half. */
const AFTER_NOON = ['下午', '傍晚', '晚上', '当晚', '今晚', '昨晚', '深夜', '夜间', '夜里', '晚间', '晚'];
const OTHER_PARTS = ['凌晨', '清晨', '早上', '早晨', '上午', '中午', '今早', '当天', '次日'];
const marksTime = codesOf('时點点:：');

interface TimeRead {
  readonly hour: number;
  readonly minute: number;
  readonly end: number;
}

/** The time of day or span of times that begins with a numeral (21时42分, 20:30, 六点半, 19时至21时). */
export function readTime(text: string, numeral: Numeral): Reading | undefined {
  const sign = text.charCodeAt(numeral.end);
  if (!marksTime(sign) && !isTo(sign)) return undefined;
  const afternoon = AFTER_NOON.some((part) => text.endsWith(part, numeral.start));
  const told =
    afternoon || OTHER_PARTS.some((part) => text.endsWith(part, numeral.start)) || text[numeral.start - 1] === '日';
  const first = readPoint(text, numeral, told) ?? readOpenRange(text, numeral);
  if (!first) return undefined;
  let iso = isoOf(first, afternoon);
  let end = first.end;
  if (isTo(text.charCodeAt(end))) {
    const next = readNumeral(text, end + 1);
    const second = next && readPoint(text, next, true);
    if (second) {
      iso += `/${isoOf(second, afternoon)}`;
      end = second.end;
    }
  }
  return makeReading(numeral.start, end, 'time', null, '', 1, numeral.script, { iso });
}

function isHour(numeral: Numeral): boolean {
  return (
    Number.isInteger(numeral.value) && numeral.value <= 24 && !numeral.positional && !numeral.more && !numeral.bare
  );
}

/** 点 also counts arguments (5点建议), so it needs a part of the day before it or minutes behind it. */
function readPoint(text: string, numeral: Numeral, told: boolean): TimeRead | undefined {
  if (!isHour(numeral) || numeral.hi !== undefined) return undefined;
  const at = numeral.end;
  const unit = text[at];
  const hour = numeral.value;
  if (unit === ':' || unit === '：') return readClock(text, numeral);
  if (unit !== '时' && unit !== '點' && unit !== '点') return undefined;
  const next = text[at + 1] ?? ' ';
  const minutes = readNumeral(text, at + 1);
  if (minutes && text[minutes.end] === '分' && minutes.value < 60 && text[minutes.end + 1] !== '钟') {
    return { hour, minute: minutes.value, end: minutes.end + 1 };
  }
  if (next === '半') return { hour, minute: 30, end: at + 2 };
  if (unit === '时')
    return numeral.script === 'arabic' || told || '许整、，'.includes(next)
      ? { hour, minute: 0, end: at + 1 }
      : undefined;
  if (next === '钟' || next === '整') return { hour, minute: 0, end: at + 2 };
  const few =
    minutes && minutes.script === 'arabic' && numeral.script === 'arabic' && minutes.end - minutes.start === 2;
  if (few && minutes.value < 60) return { hour, minute: minutes.value, end: minutes.end };
  return told || next === '许' || (hour >= 13 && numeral.script === 'arabic' && '，：。；、'.includes(next))
    ? { hour, minute: 0, end: at + 1 }
    : undefined;
}

/** 21:15战胜: a score. */
const WON = wordSet([
  '战胜',
  '险胜',
  '大胜',
  '小胜',
  '完胜',
  '击败',
  '力克',
  '获胜',
  '取胜',
  '负',
  '惜败',
  '不敌',
  '领先',
  '淘汰',
  '逆转',
  '胜',
]);

/** 20:30 with two digits of minutes; 3:1 is a score. */
function readClock(text: string, numeral: Numeral): TimeRead | undefined {
  if (numeral.script !== 'arabic' || numeral.end - numeral.start > 2) return undefined;
  // 师生比为1:15 is a ratio.
  if (text.slice(Math.max(0, numeral.start - 4), numeral.start).includes('比')) return undefined;
  const minutes = readNumeral(text, numeral.end + 1);
  if (!minutes || minutes.end - minutes.start !== 2 || minutes.script !== 'arabic' || minutes.value > 59)
    return undefined;
  let end = minutes.end;
  if (WON.at(text, end, text.length) > 0) return undefined;
  if (text[end] === ':' || text[end] === '：') {
    const seconds = readNumeral(text, end + 1);
    if (seconds && seconds.end - seconds.start === 2) end = seconds.end;
  }
  return { hour: numeral.value, minute: minutes.value, end };
}

/** 8至10时: only the second number carries the unit. */
function readOpenRange(text: string, numeral: Numeral): TimeRead | undefined {
  if (!isTo(text.charCodeAt(numeral.end)) || !isHour(numeral) || numeral.script !== 'arabic') return undefined;
  const second = readNumeral(text, numeral.end + 1);
  if (!second || !isHour(second) || text[second.end] !== '时') return undefined;
  return { hour: numeral.value, minute: 0, end: numeral.end };
}

function isoOf({ hour, minute }: TimeRead, afternoon: boolean): string {
  const whole = afternoon && hour < 12 && hour > 0 ? hour + 12 : hour;
  return `${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
