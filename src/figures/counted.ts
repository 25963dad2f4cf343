import { codesOf, endsClause, endsMember, isListSign } from './marks';
import { CLOSER, nounAt, opensQuote, type Stretch } from './nouns';
import type { Reading } from './reading';
import { firstWithin } from './within';
import { wordSet } from './wordSet';

/** How far behind a figure its noun may reach, in UTF-16 units. */
const REACH = 26;

/** Behind a figure, before its noun: 90%以上的矛盾纠纷, 1.6公里长的街. */
const BETWEEN = wordSet([
  '以上的',
  '以上',
  '以下的',
  '以下',
  '左右的',
  '左右',
  '以内的',
  '长的',
  '高的',
  '宽的',
  '多的',
  '不等的',
  '不等',
  '的',
  '多',
  '余',
]);
/** One character names these well enough: 3个县, 15个村. */
export const AREAS = '县市区镇乡村省州班组队厂店站校院楼桥路车船树井';

const IS = '是'.charCodeAt(0);
const OF = '的'.charCodeAt(0);
const SLASH = 47;
const isPlace = codesOf('处外远');
const endsNoun = codesOf('、和，（');
const trails = codesOf('等中里上共也都了被只又才');
/** 10日内, 两年后: what follows such a time is not what it measures. */
const endsTime = wordSet(['以内', '之内', '内', '以后', '之后', '后', '以前', '之前', '前', '以来', '来']);

/** The noun behind the unit: 15台分子检测设备; behind 的 where a clause describes it: 20名利用网络作案的嫌疑人. */
export function nounBehind(text: string, readings: readonly Reading[], k: number): Stretch | undefined {
  const reading = readings[k]!;
  // 6000元/月, 3.1万公里处: what stands behind is part of the measure.
  const behind = text.charCodeAt(reading.end);
  if (behind === SLASH || (reading.kind === 'length' && isPlace(behind))) return undefined;
  if (reading.kind === 'duration' && endsTime.at(text, reading.end, text.length) > 0) return undefined;
  const limit = Math.min(readings[k + 1]?.start ?? text.length, reading.end + REACH);
  const part = reading.kind === 'ratio' || reading.kind === 'percent';
  const gap = BETWEEN.at(text, reading.end, limit) || (part && text.charCodeAt(reading.end) === IS ? 1 : 0);
  const at = reading.end + gap;
  const noun = nounAt(text, at, limit);
  if (
    noun.end - noun.start >= 2 ||
    (noun.end > noun.start && (noun.end >= text.length || endsNoun(text.charCodeAt(noun.end))))
  ) {
    if (gap > 0 && NOT_COUNTED.at(text, noun.start, noun.end) > 0) return undefined;
    if (text.charCodeAt(noun.end) === OF && gap === 0 && isVerbal(text, noun)) {
      const head = nounAt(text, noun.end + 1, limit);
      if (head.end - head.start >= 2) return trim(text, head);
    }
    return trim(text, withList(text, noun, limit));
  }
  // 6个村的156户, 132个村不同程度受灾
  const isArea = noun.end - noun.start === 1 && AREAS.includes(text[noun.start]!);
  if (isArea && reading.kind === 'count') return noun;
  if (reading.kind !== 'count' || gap > 0) return undefined;
  const described = describedNoun(text, at, limit, readings[k + 1]);
  return described && trim(text, described);
}

/** 按120元的标准, 55万元的关键时刻: behind 的 stands no thing that is counted. */
const NOT_COUNTED = wordSet([
  '标准',
  '价格',
  '速度',
  '比例',
  '关键',
  '时候',
  '时间',
  '方式',
  '好成绩',
  '成绩',
  '规模',
  '高度',
  '水平',
  '目标',
  '幅度',
  '同期',
]);

/** 20名平均年龄超过65岁的大妈 has a figure in the clause, 62个是建成于…的老旧小区 has a verb. */
function describedNoun(text: string, from: number, limit: number, next: Reading | undefined): Stretch | undefined {
  let at = from;
  const bound = next && limit === next.start ? Math.min(text.length, next.end + REACH) : limit;
  while (at < bound && !endsMember(text.charCodeAt(at))) {
    if (text.charCodeAt(at) === OF) {
      if (next?.start === at + 1) return undefined;
      const noun = nounAt(text, at + 1, bound);
      return noun.end - noun.start >= 2 ? noun : undefined;
    }
    at++;
  }
  return undefined;
}

const VERBAL = wordSet([
  '利用',
  '涉及',
  '平均',
  '来自',
  '位于',
  '建成',
  '参与',
  '符合',
  '具有',
  '从事',
  '超过',
  '属于',
  '带有',
]);

function isVerbal(text: string, noun: Stretch): boolean {
  return VERBAL.at(text, noun.start, noun.end) > 0;
}

/** 43家企业、合作社解决…: a short list of nouns that a verb ends. */
function withList(text: string, noun: Stretch, limit: number): Stretch {
  if (!isListSign(text.charCodeAt(noun.end))) return noun;
  const next = nounAt(text, noun.end + 1, limit);
  const length = next.end - next.start;
  // 户外、户内应急演练: the attributes share the noun behind the last one.
  if (noun.end - noun.start <= 2 && length >= 4 && next.end < limit) return next;
  if (
    length < 2 ||
    length > 4 ||
    next.end >= limit ||
    next.end >= text.length ||
    endsClause(text.charCodeAt(next.end)) ||
    text[next.end] === '、'
  )
    return noun;
  return { start: noun.start, end: next.end };
}

function trim(text: string, noun: Stretch): Stretch | undefined {
  const { start } = noun;
  let { end } = noun;
  const quoted = opensQuote(text.charCodeAt(start)) ? CLOSER[text[start]!] : undefined;
  if (quoted !== undefined && text[end - 1] === quoted && firstWithin(text, quoted, start, end) === end - 1)
    return { start: start + 1, end: end - 1 };
  while (end - start > 2 && trails(text.charCodeAt(end - 1))) end--;
  if (end - start === 1 && AREAS.includes(text[start]!)) return { start, end };
  return end - start >= 2 ? { start, end } : undefined;
}
