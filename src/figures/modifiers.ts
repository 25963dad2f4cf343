import { codesOf, endsMember } from './marks';
import type { Modifier } from './model';
import { wordSet } from './wordSet';

/** Words right before a figure; the longest that fits counts. */
const BEFORE: Readonly<Record<Modifier, readonly string[]>> = {
  exact: ['高达', '多达', '长达', '共达'],
  approx: [
    '约',
    '大约',
    '约为',
    '约占',
    '约有',
    '约需',
    '约合',
    '约达',
    '约计',
    '大概',
    '左右',
    '大致',
    '估计',
    '约用',
    '约在',
    '约需要',
  ],
  below: ['近', '将近', '接近', '不到', '不足', '未满', '不满', '未到', '低于', '少于', '小于', '未达', '不及', '未足'],
  above: [
    '超',
    '超过',
    '逾',
    '已逾',
    '突破',
    '破',
    '大于',
    '多于',
    '高于',
    '上',
    '过',
    '远超',
    '胜过',
    '超出',
    '破了',
    '超过了',
    '突破了',
    '过了',
    '超了',
    '超额',
  ],
  max: ['最多', '至多', '不超过', '不高于', '不大于', '不多于', '不超', '顶多', '上限', '上限为', '最高', '不逾'],
  min: ['至少', '不少于', '不低于', '不小于', '最少', '不下', '起码', '最低', '下限', '下限为', '不下于', '少说'],
};

/** Words right behind a figure. */
const BEHIND: Readonly<Record<Modifier, readonly string[]>> = {
  exact: [],
  approx: ['左右', '上下', '许', '前后', '光景', '开外'],
  below: ['以下', '不到', '以前', '之前', '以下的', '不足'],
  above: ['以上', '之上', '多', '有余', '余', '开外', '以后的', '出头'],
  max: ['以内', '之内', '内', '封顶', '为上限'],
  min: ['起步', '为下限'],
};

/** 最多可容纳, 至少需要: the modifier and the figure have a verb between them. */
const AT_DISTANCE: readonly (readonly [string, Modifier])[] = [
  ['最多', 'max'],
  ['至多', 'max'],
  ['顶多', 'max'],
  ['至少', 'min'],
  ['最少', 'min'],
  ['起码', 'min'],
];
const LONGEST_VERB = 5;
const endsDistant = codesOf('多少码');

interface Word {
  readonly text: string;
  readonly modifier: Modifier;
}

function index(
  table: Readonly<Record<Modifier, readonly string[]>>,
  keyOf: (word: string) => number,
): Map<number, Word[]> {
  const words = new Map<number, Word[]>();
  for (const [modifier, texts] of Object.entries(table) as [Modifier, readonly string[]][]) {
    for (const text of texts) {
      const key = keyOf(text);
      words.set(key, [...(words.get(key) ?? []), { text, modifier }]);
    }
  }
  for (const list of words.values()) list.sort((a, b) => b.text.length - a.text.length);
  return words;
}

const byLast = index(BEFORE, (word) => word.charCodeAt(word.length - 1));
const byFirst = index(BEHIND, (word) => word.charCodeAt(0));
const endsBefore = codesOf(String.fromCharCode(...byLast.keys()));
const beginsBehind = codesOf(String.fromCharCode(...byFirst.keys()));

/** Words that end like a modifier and are none: 附近, 以上, 经过, 太过. */
const lookalikes = wordSet([
  '附近',
  '邻近',
  '靠近',
  '临近',
  '以上',
  '之上',
  '网上',
  '线上',
  '路上',
  '山上',
  '马上',
  '早上',
  '晚上',
  '上上',
  '加上',
  '经过',
  '通过',
  '度过',
  '条约',
  '节约',
  '预约',
  '签约',
  '合约',
  '身上',
  '手上',
  '台上',
  '会上',
  '地上',
  '场上',
  '市上',
  '船上',
  '车上',
  '赶上',
  '用上',
  '接上',
  '装上',
  '住上',
  '开上',
  '送上',
  '献上',
  '奉上',
  '走过',
  '做过',
  '有过',
  '去过',
  '来过',
  '错过',
  '跨过',
  '搞过',
]);

/** The modifier word that ends right before `start`, if any. */
export function prefixBefore(text: string, start: number): Word | undefined {
  const last = text.charCodeAt(start - 1);
  if (!endsBefore(last)) return undefined;
  const word = longestBefore(text, byLast.get(last)!, start);
  if (!word) return undefined;
  if (word.text.length === 1 && lookalikes.before(text, 0, start) > 0) return undefined;
  return word;
}

// Loops, not find(): a function that makes a closure pays for it at every figure.
function longestBefore(text: string, words: readonly Word[], end: number): Word | undefined {
  for (const word of words) if (text.endsWith(word.text, end)) return word;
  return undefined;
}

function longestAt(text: string, words: readonly Word[], at: number): Word | undefined {
  for (const word of words) if (text.startsWith(word.text, at)) return word;
  return undefined;
}

/** What the words around a figure say about its exactness. Offsets are UTF-16 units of `text`, `end` exclusive. */
export function modifierAround(text: string, start: number, end: number): Modifier {
  const before = prefixBefore(text, start);
  if (
    before &&
    !(before.text === '上' && !isBareNumber(text, start)) &&
    !(before.text === '过' && !LARGE.test(text.slice(start, end))) &&
    !isRecentYears(text, before.text, start, end)
  ) {
    return before.modifier;
  }
  const first = text.charCodeAt(end);
  const behind = beginsBehind(first) ? longestAt(text, byFirst.get(first)!, end) : undefined;
  if (behind && standsAlone(text, behind.text, end)) return behind.modifier;
  return atDistance(text, start) ?? 'exact';
}

/** 过百, 过3亿; in 去过5个国家, 问过三次 it tells of the past. */
const LARGE = /^[百千万亿半]|[百千万亿%％]|\d{3}/;

/** 近三年 names the last three years; 近 belongs to the words, not to the number. */
function isRecentYears(text: string, word: string, start: number, end: number): boolean {
  return (
    word === '近' && text[end - 1] === '年' && end - start <= 3 && !'已经历了有过时达'.includes(text[start - 2] ?? '。')
  );
}

/** 上百, 上千: 上 is a modifier before a power of ten only. */
function isBareNumber(text: string, start: number): boolean {
  return '百千万亿'.includes(text[start] ?? ' ');
}

/** 内 and 多 and 许 begin other words too: 5家内贸企业, 3个多功能厅. */
function standsAlone(text: string, word: string, at: number): boolean {
  const next = text[at + word.length] ?? '。';
  if (word === '内') return !'部外容科地陆蒙江贸需资'.includes(next);
  if (word === '多') return !'功次元样彩媒种方年少场层部'.includes(next) || next === '年';
  if (word === '许') return !'可多愿诺'.includes(next);
  if (word === '余') return !'下额地款名热粮'.includes(next);
  return true;
}

function atDistance(text: string, start: number): Modifier | undefined {
  for (let at = start - 1, n = 0; at >= 1 && n < LONGEST_VERB; at--, n++) {
    const code = text.charCodeAt(at - 1);
    if (endsMember(text.charCodeAt(at))) return undefined;
    if (!endsDistant(code)) continue;
    for (const [word, modifier] of AT_DISTANCE) if (text.endsWith(word, at)) return modifier;
  }
  return undefined;
}
