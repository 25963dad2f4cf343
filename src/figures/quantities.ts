import { statesQuantity } from './hanziGate';
import type { FigureKind, Modifier } from './model';
import { Part, partOf, valueOf } from './numeralChars';
import { readNumeral, round, type Numeral } from './numerals';
import type { Reading } from './reading';
import { unitAt, type Unit } from './units';

/** A number with its unit, before ranges and context are looked at. */
export interface Quantity extends Reading {
  readonly value: number;
  readonly unitText: string;
}

/** Composite units that 多 or 半 may cut: 3个多小时, 两个半月. */
const AFTER_GE = ['小时', '月', '星期', '钟头', '世纪', '工作日', '百分点', '小時', '学期', '季度'];
const HALVES: readonly FigureKind[] = ['duration', 'mass', 'length', 'area', 'money', 'age', 'volume', 'ratio'];

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
  } else if (text[end] === '半' && HALVES.includes(kind) && !'山坡价决数夜导径'.includes(text[end + 1] ?? '。')) {
    value = round(value + 0.5);
    end++;
  }
  const whole: Unit = { text: name, kind };
  if (
    numeral.script === 'hanzi' &&
    !statesQuantity(
      text,
      numeral,
      cut ? whole : unit,
      cut !== undefined || text[end - 1] === '半' || isMoreBehind(text, end, kind),
    )
  ) {
    return undefined;
  }
  return settle(text, numeral, whole, value, end, modifier);
}

/** 一年多 is a quantity although 一年 is an article with its noun. */
function isMoreBehind(text: string, end: number, kind: FigureKind): boolean {
  return kind === 'duration' && text[end] === '多' && text[end + 1] !== '元';
}

function readInfix(text: string, at: number, numeral: Numeral): Modifier | undefined {
  const char = text[at];
  if (char === undefined || numeral.more) return undefined;
  if ((char === '余' || char === '多' || char === '餘') && unitAt(text, at + 1)) return 'above';
  const tens = numeral.value >= 10 && numeral.value % 10 === 0;
  if (char === '来' && tens && unitAt(text, at + 1)) return 'approx';
  return undefined;
}

function cutUnit(
  text: string,
  at: number,
): { readonly unit: Unit; readonly end: number; readonly half: boolean } | undefined {
  if (text[at] !== '多' && text[at] !== '半') return undefined;
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
  let value = amount;
  let end = at;
  let kind = unit.kind;
  let name = unit.text;
  let step = numeral.step;
  if (unit.text === '成' || unit.text === '折') {
    const factor =
      unit.text === '折' && numeral.end - numeral.start === 2 && Number.isInteger(value) && value > 10 ? 1 : 10;
    value = round(value * factor + (text[end] === '半' ? 5 : 0));
    if (text[end] === '半') end++;
    const tail = unit.text === '成' ? tenthAt(text, end) : 0;
    if (tail > 0) {
      value += tail;
      end++;
    }
    step *= factor;
    name = '%';
  } else if (unit.text === '块' && isMoneyBlock(text, end, value)) kind = 'money';
  else if (
    unit.text === '分' &&
    (text.endsWith('时', numeral.start) || /^\d{1,2}(\.\d{1,2})?秒/.test(text.slice(end, end + 6)))
  )
    kind = 'duration';
  else if (unit.text === '度') kind = degreeKind(text, numeral.start);
  else if (unit.text === '级') kind = gradeKind(text, numeral, end);
  else if (unit.text === '%' || unit.text === '％') name = unit.text;
  if (kind === 'money' && (name === '元' || name === '块' || name === '块钱' || name === '圆')) {
    const coins = readCoins(text, end);
    value = round(value + coins.value);
    end = coins.end;
  }
  return {
    start: numeral.start,
    end,
    kind,
    value,
    lo: numeral.hi === undefined ? undefined : value,
    hi: numeral.hi === undefined ? undefined : round(value + (numeral.hi - numeral.value)),
    unit: name,
    unitText: name,
    modifier,
    step,
    script: numeral.script,
  };
}

/** 七成六 is 76 %: a last digit behind 成, where no unit follows it. */
function tenthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (partOf(code) !== Part.Han || partOf(text.charCodeAt(at + 1)) !== Part.None || text[at] === '一') return 0;
  return unitAt(text, at + 1) ? 0 : valueOf(code);
}

/** 三万五千块 is money, 三块展板 are boards. */
function isMoneyBlock(text: string, end: number, value: number): boolean {
  return value >= 1000 || !Number.isInteger(value) || '，。；！？、”多左以'.includes(text[end] ?? '。');
}

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
