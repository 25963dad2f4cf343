import { identifier } from './identifiers';
import { codesOf } from './marks';
import { prefixBefore } from './modifiers';
import { readNumeral, round, type Numeral } from './numerals';
import { makeReading, type Reading } from './reading';
import { unitAt } from './units';
import { wordSet } from './wordSet';

/** Expressions that are no plain number with a unit: 第…, fractions, halves, decades, sums with a currency sign. */
export function readSpecial(text: string, at: number, numeral?: Numeral): Reading | undefined {
  if (numeral) {
    switch (text.charCodeAt(numeral.end)) {
      case POINT:
        return readPoints(text, numeral) ?? readSymbol(text, numeral);
      case DIVIDED:
        return readFraction(text, numeral) ?? readSymbol(text, numeral);
      case HALF:
        return readOneHalf(text, numeral) ?? readSymbol(text, numeral);
      case YEAR:
        return readDecade(text, numeral) ?? readSymbol(text, numeral);
      case WORLD:
        return readCentury(text, numeral) ?? readSymbol(text, numeral);
      default:
        return readSymbol(text, numeral);
    }
  }
  if (text[at] === '第') return readOrdinal(text, at);
  return text[at] === '半' ? readHalf(text, at) : undefined;
}

const POINT = '点'.charCodeAt(0);
const DIVIDED = '分'.charCodeAt(0);
const HALF = '半'.charCodeAt(0);
const YEAR = '年'.charCodeAt(0);
const WORLD = '世'.charCodeAt(0);

const ARGUMENTS = wordSet([
  '建议',
  '要求',
  '意见',
  '体会',
  '希望',
  '措施',
  '思考',
  '经验',
  '启示',
  '共识',
  '想法',
  '原因',
]);

/** 5点建议: arguments are counted in points, which otherwise are times of day. */
function readPoints(text: string, numeral: Numeral): Reading | undefined {
  const counts =
    text[numeral.end] === '点' && ARGUMENTS.at(text, numeral.end + 1, text.length) > 0 && numeral.value >= 2;
  if (!counts || numeral.positional || numeral.bare || !Number.isInteger(numeral.value)) return undefined;
  const { start, end, value, script } = numeral;
  return makeReading(start, end + 1, 'count', value, '点', 1, script);
}

/** Nouns that number 第二 as their name although a classifier begins them: 第二产业, 第三方. */
const NAMED_BY_RANK = ['产业', '方', '者', '时间', '一线', '中学', '小学', '人民', '医院', '次全'];

function readOrdinal(text: string, at: number): Reading | undefined {
  const numeral = readNumeral(text, at + 1);
  if (!numeral || numeral.overlong || numeral.positional || numeral.hi !== undefined) return undefined;
  const unit = unitAt(text, numeral.end);
  if (numeral.script === 'hanzi') {
    if (!unit || NAMED_BY_RANK.some((noun) => text.startsWith(noun, numeral.end))) return undefined;
    if (numeral.value === 1 && unit.text !== '名' && unit.text !== '位' && unit.text !== '届') return undefined;
  }
  // 第26185号 numbers an issue.
  if (!unit && text[numeral.end] === '号') return identifier(at, numeral.end + 1);
  const name = unit?.text ?? '';
  return makeReading(at, numeral.end + name.length, 'ordinal', numeral.value, name, 1, numeral.script);
}

/** 三分之二, 百分之三十五, 万分之三. */
function readFraction(text: string, numeral: Numeral): Reading | undefined {
  if (text[numeral.end] !== '分' || text[numeral.end + 1] !== '之' || numeral.value <= 1) return undefined;
  const above = readNumeral(text, numeral.end + 2);
  if (!above) return undefined;
  const percent = numeral.value === 100;
  const value = percent ? above.value : round(above.value / numeral.value);
  // 百分之二三十 leaves the number open.
  const range = percent && above.hi !== undefined ? { lo: above.value, hi: above.hi } : {};
  const modifier = above.more ? 'above' : null;
  const { start, script } = numeral;
  return percent
    ? makeReading(start, above.end, 'percent', value, '%', above.step, script, { modifier, ...range })
    : makeReading(start, above.end, 'ratio', value, '', above.step / numeral.value, script, { modifier });
}

/** 一半; not 另一半, a husband or a wife, nor 一半天. */
function readOneHalf(text: string, numeral: Numeral): Reading | undefined {
  if (numeral.value !== 1 || text[numeral.start] !== '一' || text[numeral.end] !== '半') return undefined;
  if (text[numeral.start - 1] === '另' || numeral.end - numeral.start !== 1) return undefined;
  return half(numeral.start, numeral.end + 1, 'ratio', '');
}

const HALVED = ['天', '年', '小时', '个小时', '个月', '个钟头', '个世纪', '公里', '米', '斤', '亩', '吨', '小時'];
const NOT_BEFORE_HALF = '上下前后大小多对参各减夜老好一两三四五六七八九十';

/** 半年, 半小时; 半天 only where it is measured, because it mostly means a long while. */
function readHalf(text: string, at: number): Reading | undefined {
  if (NOT_BEFORE_HALF.includes(text[at - 1] ?? '。')) return undefined;
  const word = HALVED.filter((unit) => text.startsWith(unit, at + 1)).sort((a, b) => b.length - a.length)[0];
  if (word === undefined) return undefined;
  const end = at + 1 + word.length;
  if (word === '天') {
    const measured = prefixBefore(text, at) !== undefined || '要需用花仅只每至'.includes(text[at - 1] ?? '。');
    if (!measured && !['内', '以内', '之内', '时间', '左右', '就'].some((next) => text.startsWith(next, end)))
      return undefined;
  }
  const unit = unitAt(text, at + 1);
  return half(at, end, unit?.text === word ? unit.kind : 'duration', word);
}

function half(start: number, end: number, kind: Reading['kind'], unit: string): Reading {
  return makeReading(start, end, kind, 0.5, unit, 0.1, 'hanzi');
}

/** 21世纪, 公元前五世纪: its hundred years, with the digits that it leaves open. */
function readCentury(text: string, numeral: Numeral): Reading | undefined {
  const { start, end, value, script } = numeral;
  if (!text.startsWith('世纪', end) || !Number.isInteger(value) || value < 1 || value > 40) return undefined;
  const sign = text.endsWith('公元前', start) ? '-' : '';
  const iso = `${sign}${String(value - 1).padStart(2, '0')}XX`;
  return makeReading(start, end + 2, 'date', null, '', 1, script, { iso });
}

/** 90年代, of the last century where none stands before it. */
function readDecade(text: string, numeral: Numeral): Reading | undefined {
  if (!text.startsWith('年代', numeral.end) || numeral.value % 10 !== 0 || numeral.value >= 100) return undefined;
  const iso = `${centuryBefore(text, numeral.start)}${String(numeral.value).padStart(2, '0')[0]!}X`;
  return makeReading(numeral.start, numeral.end + 2, 'date', null, '', 1, numeral.script, { iso });
}

/** The first two digits of the years: 本世纪20年代, 19世纪60年代. */
function centuryBefore(text: string, start: number): string {
  if (!text.endsWith('世纪', start)) return '19';
  if (text.endsWith('本世纪', start)) return '20';
  const digits = /(\d{1,2})世纪$/.exec(text.slice(Math.max(0, start - 4), start))?.[1];
  return digits === undefined ? '19' : String(Number(digits) - 1).padStart(2, '0');
}

const isSymbol = codesOf('¥￥$＄€£');

/** ¥300, $20: the sign stands in for the unit where none follows. */
function readSymbol(text: string, numeral: Numeral): Reading | undefined {
  if (!isSymbol(text.charCodeAt(numeral.start - 1)) || unitAt(text, numeral.end)) return undefined;
  const symbol = text[numeral.start - 1]!;
  const { start, end, value, step, script } = numeral;
  const modifier = numeral.more ? 'above' : null;
  return makeReading(start - 1, end, 'money', value, symbol, step, script, { modifier });
}
