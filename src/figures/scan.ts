import { readDate } from './dates';
import { codesOf, endsMember, isTo } from './marks';
import { identifier, isLetterAt, nameEnd, wordEnd } from './identifiers';
import { nextPart, Part, partOf } from './numeralChars';
import { readNumeral, round, type Numeral } from './numerals';
import { readQuantity, type Quantity } from './quantities';
import { makeReading, withStart, type Reading } from './reading';
import { readSpecial } from './specials';
import { readTime } from './times';
import { unitAt } from './units';

/**
 * All numeric expressions of a flow text, left to right, without overlap; names with digits in them come as
 * identifiers. One pass: what a reader looks at beyond the expression it takes is bounded by a constant.
 */
export function scan(text: string): Reading[] {
  const found: Reading[] = [];
  for (let at = nextPart(text, 0); at < text.length; at = nextPart(text, at)) {
    const part = partOf(text.charCodeAt(at));
    const reading = readAt(text, at, part);
    if (reading && typeof reading !== 'number') {
      found.push(reading);
      at = reading.end;
    } else at = Math.max(at + 1, reading ?? 0);
  }
  return found;
}

/** The expression at `at`, or the place where the scan goes on when there is none. */
function readAt(text: string, at: number, part: number): Reading | number | undefined {
  if (part === Part.Opener) {
    const special = readSpecial(text, at);
    if (special) return special;
    if (isNoNumeral(text.charCodeAt(at))) return undefined;
  }
  // 一 stands in every second sentence and counts only before 半, 成, 倍 or further numerals.
  if (text.charCodeAt(at) === ONE && !mayCount(text.charCodeAt(at + 1))) return undefined;
  const numeral = readNumeral(text, at);
  if (!numeral) return undefined;
  if (numeral.script !== 'hanzi') {
    const end = readName(text, at, numeral);
    if (end !== undefined) return identifier(at, end);
  }
  const reading =
    readSpecial(text, at, numeral) ?? readDate(text, numeral) ?? readTime(text, numeral) ?? readAmount(text, numeral);
  if (reading) return reading;
  if (numeral.script !== 'hanzi')
    return readPoints(text, numeral) ?? readResult(text, numeral) ?? readBare(text, numeral);
  return numeral.end;
}

const ONE = '一'.charCodeAt(0);
const isNoNumeral = codesOf('第半');
const followsOne = codesOf('半成倍个個年吨米斤亩公升元美折天小点');
const mayCount = (next: number): boolean => partOf(next) !== Part.None || followsOne(next);

const DOT = 46;

function readName(text: string, at: number, numeral: Numeral): number | undefined {
  let digits = at;
  for (let code = text.charCodeAt(at); partOf(code) === Part.Digit || code === DOT; code = text.charCodeAt(digits))
    digits++;
  const end = nameEnd(text, at, digits);
  if (end !== undefined) return end;
  if (numeral.overlong) return wordEnd(text, digits);
  // 5G, 4K, 2D: letters behind the digits that are no unit.
  if (isLetterAt(text, numeral.end) && !unitAt(text, numeral.end)) return wordEnd(text, numeral.end);
  return undefined;
}

/** A number with its unit, or a range of such numbers. */
function readAmount(text: string, numeral: Numeral): Reading | undefined {
  const first = readQuantity(text, numeral);
  const at = first?.end ?? numeral.end;
  if (isTo(text.charCodeAt(at))) {
    const range = readRange(text, numeral, first, at + 1);
    const moved = range && first && isMove(text, numeral.start, at, range) && !text.startsWith(UNLIKE, range.end);
    if (range && !moved) return range;
  }
  return first && withSign(text, named(text, numeral, first));
}

/**
 * 由8元到5元, 从40%到60% tell of a change and are two figures, and so does 上调0.12元至8.07元, an amount and a new level;
 * 从3000元到5万元不等 is a range.
 */
function isMove(text: string, start: number, to: number, { lo = 0, hi = 0 }: Reading): boolean {
  const before = text.charCodeAt(start - 1);
  return (text[to] === '到' && brings(before)) || (directs(before) && hi > lo * FAR_APART);
}

const brings = codesOf('由从');
const directs = codesOf('调涨降升增减加高低少跌');
/** No range runs so far: its upper end is no multiple like this of the lower one. */
const FAR_APART = 8;

const UNLIKE = '不等';

function readRange(text: string, numeral: Numeral, first: Quantity | undefined, at: number): Reading | undefined {
  const other = readNumeral(text, at);
  if (!other) return undefined;
  const second = readQuantity(text, other.script === 'hanzi' ? { ...other, bare: false } : other);
  if (!second || second.kind === 'date') return undefined;
  if (first ? first.unit !== second.unit : numeral.positional || numeral.bare) return undefined;
  const scale = first ? 1 : second.value / (other.value || 1);
  let lo = first ? first.value : round(numeral.value * scale);
  if (!first && numeral.value < 1e4 && other.value >= 1e4) lo = sharedScale(text, numeral, other) * scale;
  if (!(lo < second.value)) return undefined;
  const { end, kind, unit, modifier, script, value: hi } = second;
  const step = Math.min(numeral.step, second.step);
  return makeReading(numeral.start, end, kind, null, unit, step, script, { modifier, lo: round(lo), hi });
}

/** 2至10万元 means 20000 at its lower end. */
function sharedScale(text: string, numeral: Numeral, other: Numeral): number {
  let scale = 1;
  for (let at = other.end - 1; at > other.start; at--) {
    if (partOf(text.charCodeAt(at)) !== Part.Big) break;
    scale *= text[at] === '亿' || text[at] === '億' ? 1e8 : 1e4;
  }
  return numeral.value < other.value / scale ? numeral.value * scale : numeral.value;
}

/** Houses, roads and stages are numbered, not counted, by these: 2栋的居民, 5号码头, 3路公交. */
function named(text: string, numeral: Numeral, quantity: Quantity): Reading {
  if (numeral.script !== 'arabic' || quantity.modifier !== null || !NUMBERED.includes(quantity.unit)) return quantity;
  const after = text[quantity.end] ?? '。';
  const isHouse =
    (quantity.unit === '栋' || quantity.unit === '幢') &&
    (after === '的' || partOf(text.charCodeAt(quantity.end)) === Part.Digit);
  const isLine = quantity.unit === '路' && !'分兵'.includes(text[numeral.start - 1] ?? '。');
  // 618大促: 大 counts a handful of grand things.
  const isNumbered = quantity.unit === '大' && quantity.value > 30;
  return isHouse || isLine || isNumbered ? identifier(numeral.start, quantity.end) : quantity;
}

const NUMBERED: readonly string[] = ['栋', '幢', '路', '大'];

/** Minus signs and 零下, where no range or name stands before them. */
function withSign(text: string, reading: Reading): Reading {
  if (reading.value === null || !isSign(text.charCodeAt(reading.start - 1))) return reading;
  if (text.endsWith('零下', reading.start)) return withStart(reading, reading.start - 2, -reading.value);
  const sign = text[reading.start - 1];
  if (sign === '下') return reading;
  if (sign === '负' || sign === '負')
    return SIGNED.has(reading.kind) && mayBeNegative(text.charCodeAt(reading.start - 2))
      ? withStart(reading, reading.start - 1, -reading.value)
      : reading;
  const before = text.charCodeAt(reading.start - 2);
  const free =
    Number.isNaN(before) ||
    (!isLetterAt(text, reading.start - 2) && partOf(before) === Part.None && text[reading.start - 2] !== sign);
  return free && SIGNED.has(reading.kind) ? withStart(reading, reading.start - 1, -reading.value) : reading;
}

/** 气温为负5℃, （负3%; not 减负2860元, 5平2负. */
const bringsNegative = codesOf('为是至到约达在从由率温');
const mayBeNegative = (code: number): boolean => Number.isNaN(code) || endsMember(code) || bringsNegative(code);
const isSign = codesOf('下负負-－−');

const SIGNED: ReadonlySet<Reading['kind']> = new Set(['percent', 'temperature', 'length', 'money']);

const POINT = '点'.charCodeAt(0);
const moves = codesOf('涨跌升降挫');

/** 报3268.11点, 下跌12点: points of an index, which can be no time of day. */
function readPoints(text: string, numeral: Numeral): Reading | undefined {
  const { start, end, value, step, script } = numeral;
  if (text.charCodeAt(end) !== POINT || numeral.overlong) return undefined;
  const isIndex = step < 1 || value > 24 || moves(text.charCodeAt(start - 1));
  return isIndex ? makeReading(start, end + 1, 'other', value, '点', step, script) : undefined;
}

const isResult = codesOf('胜平负');

/** 12胜4平2负: games won, drawn and lost, told by standing side by side. */
function readResult(text: string, numeral: Numeral): Reading | undefined {
  const { start, end, value, script, step } = numeral;
  if (!isResult(text.charCodeAt(end)) || script !== 'arabic' || step < 1 || numeral.overlong) return undefined;
  const beside = isResult(text.charCodeAt(start - 1)) || partOf(text.charCodeAt(end + 1)) === Part.Digit;
  return beside ? makeReading(start, end + 1, 'count', value, text[end]!, 1, script) : undefined;
}

/** What an Arabic number without a unit is: a quantity with 万 or in a place of measure, a score, else a name. */
function readBare(text: string, numeral: Numeral): Reading {
  const { start, end } = numeral;
  if (isRatioSign(text.charCodeAt(end))) {
    const other = readNumeral(text, end + 1);
    if (other?.script === 'arabic' && !unitAt(text, other.end)) {
      const last = chainEnd(text, other.end);
      return makeReading(start, last, 'ratio', null, '', 1, 'arabic');
    }
  }
  const scaled = numeral.script === 'mixed' || numeral.more;
  if (scaled) return bare(numeral, 'count');
  const measured = !Number.isInteger(numeral.value) && bringsMeasure(text.charCodeAt(start - 1));
  if (measured) return bare(numeral, text.slice(Math.max(0, start - 8), start).includes('比') ? 'ratio' : 'other');
  return identifier(start, numeral.overlong ? wordEnd(text, end) : nameTail(text, end));
}

function bare(numeral: Numeral, kind: 'count' | 'ratio' | 'other'): Reading {
  const { start, end, value, step, script } = numeral;
  return makeReading(start, end, kind, value, '', step, script, { modifier: numeral.more ? 'above' : null });
}

/** 10.1∶42.1∶47.8: where the further members of a proportion end. */
function chainEnd(text: string, from: number): number {
  let end = from;
  while (isColon(text.charCodeAt(end))) {
    const next = readNumeral(text, end + 1);
    if (next?.script !== 'arabic' || unitAt(text, next.end)) break;
    end = next.end;
  }
  return end;
}

const isColon = codesOf(':：∶');
const isRatioSign = codesOf(':：∶比');
const bringsMeasure = codesOf('为达至到是比在');

/** Names go on over 号 and over ties to further digits: 2025-123号. */
function nameTail(text: string, end: number): number {
  const tail = wordEnd(text, end);
  return text[tail] === '号' ? tail + 1 : tail;
}
