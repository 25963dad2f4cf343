import { statesQuantity } from './hanziGate';
import { codesOf } from './marks';
import type { FigureKind, Modifier } from './model';
import { Part, partOf, valueOf } from './numeralChars';
import { readNumeral, round, type Numeral } from './numerals';
import type { Reading } from './reading';
import { unitAt, type Unit } from './units';

/** A number with its unit, before ranges and context are looked at. */
export interface Quantity extends Reading {
  readonly value: number;
}

/** Composite units that 多 or 半 may cut: 3个多小时, 两个半月. */
const AFTER_GE = ['小时', '月', '星期', '钟头', '世纪', '工作日', '百分点', '小時', '学期', '季度'];
const HALVES: readonly FigureKind[] = ['duration', 'mass', 'length', 'area', 'money', 'age', 'volume', 'ratio'];

const HALF = '半'.charCodeAt(0);
const MANY = '多'.charCodeAt(0);
const COME = '来'.charCodeAt(0);
const isMore = codesOf('余多餘');
const isCut = codesOf('多半');
/** 半山, 半数, 半导体: 半 begins a word of its own. */
const followsHalf = codesOf('山坡价决数夜导径');

/** The unit behind a numeral with 余/多/来 and 半 around it, and the value that this makes. */
export function readQuantity(text: string, numeral: Numeral): Quantity | undefined {
  if (numeral.overlong) return undefined;
  let at = numeral.end;
  let modifier: Modifier | null = numeral.more || numeral.vague ? 'above' : null;
  const infix = readInfix(text, at, numeral);
  if (infix) {
    modifier = infix;
    at++;
  }
  const unit = unitAt(text, at);
  if (!unit) return undefined;
  let end = at + unit.text.length;
  let name = unit.text;
  let kind = unit.kind;
  let value = numeral.value;
  const cut = unit.text === '个' || unit.text === '個' ? cutUnit(text, end) : undefined;
  if (cut) {
    name = unit.text + cut.unit.text;
    kind = cut.unit.kind;
    end = cut.end;
    if (cut.half) value = round(value + 0.5);
    else modifier = 'above';
  } else if (text.charCodeAt(end) === HALF && HALVES.includes(kind) && !followsHalf(text.charCodeAt(end + 1))) {
    value = round(value + 0.5);
    end++;
  }
  const whole: Unit = cut ? { text: name, kind } : unit;
  if (
    numeral.script === 'hanzi' &&
    !statesQuantity(
      text,
      numeral,
      whole,
      cut !== undefined || text.charCodeAt(end - 1) === HALF || isMoreBehind(text, end, kind),
    )
  ) {
    return undefined;
  }
  return settle(text, numeral, whole, value, end, modifier);
}

/** 一年多 is a quantity although 一年 is an article with its noun. */
function isMoreBehind(text: string, end: number, kind: FigureKind): boolean {
  return kind === 'duration' && text.charCodeAt(end) === MANY && text[end + 1] !== '元';
}

function readInfix(text: string, at: number, numeral: Numeral): Modifier | undefined {
  if (numeral.more) return undefined;
  const code = text.charCodeAt(at);
  if (isMore(code)) return unitAt(text, at + 1) ? 'above' : undefined;
  const tens = code === COME && numeral.value >= 10 && numeral.value % 10 === 0;
  return tens && unitAt(text, at + 1) ? 'approx' : undefined;
}

function cutUnit(
  text: string,
  at: number,
): { readonly unit: Unit; readonly end: number; readonly half: boolean } | undefined {
  if (!isCut(text.charCodeAt(at))) return undefined;
  const word = AFTER_GE.find((entry) => text.startsWith(entry, at + 1));
  if (word === undefined) return undefined;
  return { unit: { text: word, kind: 'duration' }, end: at + 1 + word.length, half: text[at] === '半' };
}

/** Kinds that depend on more than the unit, and values that the unit changes (三成 is 30 %, 八折 is 80 %). */
function settle(
  text: string,
  numeral: Numeral,
  unit: Unit,
  amount: number,
  at: number,
  modifier: Modifier | null,
): Quantity {
  if (unit.text === '成' || unit.text === '折') return tenths(text, numeral, unit.text, amount, at, modifier);
  const kind = kindOf(text, numeral, unit, amount, at);
  let value = amount;
  let end = at;
  if (kind === 'money' && COINED.includes(unit.text)) {
    const coins = readCoins(text, end);
    value = round(value + coins.value);
    end = coins.end;
  }
  let { step } = numeral;
  if (unit.text === '秒' && numeral.script === 'arabic' && step === 1) {
    const hundredths = HUNDREDTHS.exec(text.slice(end, end + 3))?.[0];
    if (hundredths !== undefined && !unitAt(text, end + 2)) {
      value = round(value + Number(hundredths) / 100);
      step = 0.01;
      end += 2;
    }
  }
  return makeQuantity(numeral, end, kind, value, unit.text, step, modifier);
}

/** 9秒58: hundredths of a second behind the unit. */
const HUNDREDTHS = /^\d\d(?!\d)/;
const COINED: readonly string[] = ['元', '块', '块钱', '圆'];

/** Shares in tenths: 七成六, 三成半, 八折, 八八折. */
function tenths(
  text: string,
  numeral: Numeral,
  unit: '成' | '折',
  amount: number,
  at: number,
  modifier: Modifier | null,
): Quantity {
  const isHundredths = unit === '折' && numeral.end - numeral.start === 2 && Number.isInteger(amount) && amount > 10;
  const factor = isHundredths ? 1 : 10;
  let value = round(amount * factor);
  let end = at;
  if (text.charCodeAt(end) === HALF) {
    value += 5;
    end++;
  }
  const tail = unit === '成' ? tenthAt(text, end) : 0;
  if (tail > 0) {
    value += tail;
    end++;
  }
  return makeQuantity(numeral, end, 'percent', value, '%', numeral.step * factor, modifier);
}

function makeQuantity(
  { start, hi: upper, value: lower, script }: Numeral,
  end: number,
  kind: FigureKind,
  value: number,
  unit: string,
  step: number,
  modifier: Modifier | null,
): Quantity {
  const lo = upper === undefined ? undefined : value;
  const hi = upper === undefined ? undefined : round(value + (upper - lower));
  return { start, end, kind, value, lo, hi, unit, iso: undefined, modifier, step, script };
}

/** What a unit measures where it stands for several things. */
function kindOf(text: string, numeral: Numeral, unit: Unit, value: number, end: number): FigureKind {
  switch (unit.text) {
    case '块':
      return isMoneyBlock(text, numeral.start, end, value) ? 'money' : unit.kind;
    case '分':
      return text.endsWith('时', numeral.start) || SECONDS.test(text.slice(end, end + 6)) ? 'duration' : unit.kind;
    case '度':
      return degreeKind(text, numeral.start);
    case '级':
      return gradeKind(text, numeral, end);
    default:
      return unit.kind;
  }
}

const SECONDS = /^\d{1,2}(\.\d{1,2})?秒/;

/** 七成六 is 76 %: a last digit behind 成, where no unit follows it. */
function tenthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (partOf(code) !== Part.Han || partOf(text.charCodeAt(at + 1)) !== Part.None || text[at] === '一') return 0;
  return unitAt(text, at + 1) ? 0 : valueOf(code);
}

/** 三万五千块 is money, 三块展板 are boards. */
function isMoneyBlock(text: string, start: number, end: number, value: number): boolean {
  if (value >= 1000 || !Number.isInteger(value)) return true;
  return '，。；！？、”多左以'.includes(text[end] ?? '。') && PAYING.test(text.slice(Math.max(0, start - 6), start));
}

/** 匾额七块 are pieces, 卖到七块 is money. */
const PAYING = /[钱价卖买要花收付给每赚费资薪租票仅涨降省挣才补奖只]/;

/** 3000度 of current, 26度 of heat, 30度 of an angle. */
function degreeKind(text: string, start: number): FigureKind {
  const before = text.slice(Math.max(0, start - 12), start);
  if (before.includes('电') || before.includes('发')) return 'power';
  return before.includes('温') || before.includes('热') ? 'temperature' : 'other';
}

const GRADE_BEHIND = [
  '强风',
  '大风',
  '阵风',
  '风',
  '地震',
  '伤残',
  '残疾',
  '响应',
  '应急',
  '预警',
  '公路',
  '教授',
  '医院',
  '文物',
  '保护',
  '标准',
  '水',
  '航道',
  '警',
  '技工',
  '飓风',
  '台风',
  '左右',
  '以上',
  '至',
  '到',
  '耐火',
  '抗震',
  '及以上',
  '工伤',
  '火灾',
  '巡视',
  '职员',
  '警长',
];
const GRADE_BEFORE = [
  '风力',
  '震级',
  '响应',
  '防汛',
  '达到',
  '抗震',
  '评为',
  '构成',
  '鉴定为',
  '残疾',
  '风速',
  '强度',
  '阵风',
  '提升至',
  '国家',
];
const RANKS_OF_OFFICE = '省市县区镇乡村组街社校厅局部委院州';

/** Levels of authority are counted (市县两级), strength and damage are graded (11级强风, 十级伤残). */
function gradeKind(text: string, numeral: Numeral, end: number): FigureKind {
  if (GRADE_BEHIND.some((word) => text.startsWith(word, end))) return 'level';
  if (GRADE_BEFORE.some((word) => text.endsWith(word, numeral.start))) return 'level';
  if (RANKS_OF_OFFICE.includes(text[numeral.start - 1] ?? ' ')) return 'count';
  return numeral.script === 'hanzi' && numeral.value <= 5 ? 'count' : 'level';
}

/** 角 and 分 behind 元: 五元三毛, 123元1角1分, and 整 that closes a sum in words. */
function readCoins(text: string, at: number): { readonly value: number; readonly end: number } {
  let end = at;
  let value = 0;
  const jiao = readNumeral(text, end);
  if (jiao && jiao.value < 10 && '角毛'.includes(text[jiao.end] ?? ' ')) {
    value += jiao.value / 10;
    end = jiao.end + 1;
  }
  const fen = readNumeral(text, end);
  if (fen && fen.value < 10 && text[fen.end] === '分' && end > at) {
    value += fen.value / 100;
    end = fen.end + 1;
  }
  return { value, end };
}
