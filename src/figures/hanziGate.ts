import { Part, partOf } from './numeralChars';
import type { Numeral } from './numerals';
import { prefixBefore } from './modifiers';
import type { Unit } from './units';
import { wordSet } from './wordSet';

/** Words that begin like a quantity and state none: idioms, names of sets, things called after a number. */
const noQuantity = wordSet([
  '二人转',
  '二人世界',
  '三轮车',
  '三轮摩托',
  '两轮车',
  '四轮车',
  '四处',
  '两口子',
  '三天两头',
  '三三两两',
  '三番',
  '三级跳',
  '两句话',
  '三国演',
  '三国志',
  '三国时',
  '八股',
  '两口儿',
  '六角亭',
  '四角号',
  '三个代表',
  '两个维护',
  '两个确立',
  '四个意识',
  '四个自信',
  '四个全面',
  '两个结合',
  '两个大局',
  '三个务必',
  '两个毫不动摇',
  '四个伟大',
  '两个先行',
  '七件事',
  '三家村',
  '八字步',
  '八字方针',
  '三字经',
  '三部曲',
  '四合院',
  '三级甲等',
  '九节鞭',
  '八面玲珑',
  '三步走',
  '四面八方',
  '三面环',
  '八九不离十',
  '三头六臂',
  '两面派',
  '七夕',
  '八宝',
  '两件套',
  '三件套',
  '四件套',
  '十项全能',
  '三次产业',
  '十分',
  '十足',
  '万一',
  '千万',
  '两头',
  '两手',
  '两面',
  '三面',
  '五味',
  '五个一',
  '六个一',
  '十个一',
  '三个一',
  '两栖',
  '五台山',
  '八里',
]);

/** Before a hanzi numeral these make it the name of a day, a rank among brothers, part of another number word. */
const NAME_BEFORE = '周期初拜老零〇点第番';
const CLOSING = '”』」';
const OPENING = '“『「';
/** Longest quoted name of a slogan or set: “两不愁三保障”, “三坚决两确保”. */
const LONGEST_SLOGAN = 10;

/**
 * Whether a hanzi numeral with this unit states a quantity. One as an article (一个), idioms and the names of sets do
 * not; 百, 千 and 万 without a digit do only with 近, 上, 余 and the like.
 */
export function statesQuantity(text: string, numeral: Numeral, unit: Unit, half: boolean): boolean {
  const { start, end, value } = numeral;
  if (numeral.positional) return unit.text === '折' && end - start === 2;
  const single = text[start] === '一' && numeral.end - start === 1;
  if (single && !half && !countsOne(text, start, unit)) return false;
  if (value === 0) return false;
  if (numeral.bare && !numeral.more && !numeral.vague && prefixBefore(text, start) === undefined) return false;
  if (isLoneOfficial(text, numeral)) return false;
  const before = text[start - 1] ?? '。';
  if (NAME_BEFORE.includes(before) || isNumeralPart(text, start - 1)) return false;
  if (noQuantity.at(text, start, text.length) > 0) return false;
  if (text[start] === '二' && end - start === 1 && unit.text !== '人' && unit.text !== '两') return false;
  if (!unitAllows(text, numeral, unit)) return false;
  return !inSlogan(text, start, end);
}

/** 一 before these is a number, not an article; before measures it is one where a modifier stands in front (近一吨). */
function countsOne(text: string, start: number, unit: Unit): boolean {
  if (unit.text === '倍' || unit.text === '成' || unit.text === '折') return true;
  return MEASURES.has(unit.kind) && prefixBefore(text, start) !== undefined;
}

const MEASURES: ReadonlySet<Unit['kind']> = new Set(['mass', 'length', 'area', 'volume', 'money', 'power']);

function isNumeralPart(text: string, at: number): boolean {
  const part = partOf(text.charCodeAt(at));
  return part !== Part.None && part !== Part.Opener;
}

/** 陆, 伍 and the other financial digits alone are parts of names (陆路, 伍家). */
function isLoneOfficial(text: string, numeral: Numeral): boolean {
  return numeral.end - numeral.start === 1 && '壹贰叁肆伍陆柒捌玖拾貳參叄陸幺弍佰仟'.includes(text[numeral.start]!);
}

/** Units that also end or begin words of other meaning after a small hanzi number. */
function unitAllows(text: string, numeral: Numeral, unit: Unit): boolean {
  const end = numeral.end + unit.text.length;
  const after = text[end] ?? '。';
  const { value } = numeral;
  switch (unit.text) {
    case '大':
      return value <= 10;
    case '方':
    case '字':
    case '包':
    case '分':
    case '度':
    case '道':
      return value >= 10 && value !== 10;
    case '面':
      return '锦旗红国墙镜'.includes(after);
    case '步':
      return value >= 100;
    case '里':
      return value >= 10 || '路地山'.includes(after);
    case '届':
      return (
        text.slice(Math.max(0, numeral.start - 4), numeral.start).includes('连') || text[numeral.start - 1] === '前'
      );
    case '次':
      return !'会全元'.includes(after);
    case '层':
      return after !== '次';
    case '眼':
      return '井泉窑'.includes(after);
    case '夜':
    case '晚':
    case '代':
      return value < 10;
    case '个':
    case '條':
      return after !== '一';
    case '级':
    case '维':
      return after !== '跳';
    case '位':
      return !text.startsWith('一体', end);
    case '路':
      return '分兵'.includes(text[numeral.start - 1] ?? '。');
    case '季度':
      return false;
    default:
      return true;
  }
}

/** A numeral inside a short quotation without a stop in it: the name of a campaign or a slogan. */
function inSlogan(text: string, start: number, end: number): boolean {
  let open = start - 1;
  while (open >= 0 && start - open <= LONGEST_SLOGAN && isSloganChar(text[open]!)) open--;
  if (!OPENING.includes(text[open] ?? ' ') || text[open] === undefined) return false;
  let close = end;
  while (close < text.length && close - open <= LONGEST_SLOGAN && isSloganChar(text[close]!)) close++;
  return text[close] !== undefined && CLOSING.includes(text[close]!);
}

function isSloganChar(char: string): boolean {
  return !OPENING.includes(char) && !CLOSING.includes(char) && !'，。；：！？、'.includes(char);
}
