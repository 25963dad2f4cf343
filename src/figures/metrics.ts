import { RATES_OF_CHANGE } from './claimWords';
import { bringsOnly, Sign, signOf, strip, withoutDimension } from './clause';
import { AREAS, nounBehind } from './counted';
import { distribute, shareForward } from './lists';
import { codesOf, endsClause, hasSentenceEnd, isListSign } from './marks';
import type { Stretch } from './nouns';
import { measuresNothing, type Reading } from './reading';
import { lastWithin } from './within';
import { wordSet } from './wordSet';

const ratesOfChange = wordSet(RATES_OF_CHANGE);

const LONGEST_CHUNK = 26;
const LONGEST_METRIC = 16;

/** The activity is what these verbs bring: 对1人进行刑拘. */
const BRINGING = wordSet([
  '进行',
  '开展',
  '荣获',
  '获评',
  '获',
  '被评为',
  '获得',
  '实施',
  '已被',
  '被',
  '已',
  '因',
  '在',
  '内',
  '以内',
  '之内',
  '时间',
]);

/** Kinds whose noun stands in front (载重25公斤的无人机 has 载重) rather than behind. */
const ATTRIBUTES: ReadonlySet<Reading['kind']> = new Set([
  'length',
  'mass',
  'power',
  'volume',
  'temperature',
  'money',
  'percent',
  'duration',
  'age',
  'ratio',
  'other',
]);

/**
 * The words that name what each reading measures, or null; the array runs parallel to the readings. `printed` is the
 * text before it was simplified, from which the words are taken.
 */
export function metricsOf(text: string, readings: readonly Reading[], printed = text): (string | null)[] {
  const found: (Stretch | undefined)[] = [];
  const sideRight: boolean[] = [];
  for (let k = 0; k < readings.length; k++) {
    const reading = readings[k]!;
    if (measuresNothing(reading)) {
      found.push(undefined);
      sideRight.push(false);
      continue;
    }
    const right = nounBehind(text, readings, k);
    if (reading.kind === 'ordinal') {
      // 第八个宣传月: a rank measures nothing, but may say of what.
      sideRight.push(right !== undefined);
      found.push(right);
      continue;
    }
    const left = chunkBefore(text, readings, k, found, sideRight);
    const open =
      left === 'carry' ||
      left === undefined ||
      isDoing(text, reading) ||
      bringsCount(text.charCodeAt(reading.start - 1));
    const activity = open ? passiveBehind(text, readings, k) : undefined;
    if (activity) {
      sideRight.push(false);
      found.push(activity);
      continue;
    }
    const useRight =
      right !== undefined && (left === undefined || left === 'carry' || !prefersLeft(text, reading, left));
    sideRight.push(useRight);
    if (useRight) found.push(right);
    else if (left === 'carry') found.push(carried(text, readings, k, found));
    else found.push(left ?? carriedInList(readings, k, found) ?? activityBehind(text, readings, k));
  }
  shareForward(text, readings, found, sideRight);
  distribute(text, readings, found);
  return found.map((stretch) => (stretch ? nameOf(printed, stretch) : null));
}

const bringsCount = codesOf('共余多近超达有');
const endsNoName = codesOf('在为达到至以');
const BY = '以'.charCodeAt(0);

function nameOf(text: string, { start, end }: Stretch): string | null {
  const length = end - start;
  if (length === 1) return AREAS.includes(text[start]!) || dimensions(text.charCodeAt(start)) ? text[start]! : null;
  if (length < 2 || length > LONGEST_METRIC + 4 || endsNoName(text.charCodeAt(end - 1))) return null;
  if (text.charCodeAt(start) === BY && '上下'.includes(text[start + 1]!)) return null;
  return text.slice(start, end);
}

/** An attribute that is measured beats the thing that has it; a verb in front does not. */
function prefersLeft(text: string, reading: Reading, left: Stretch): boolean {
  if (!ATTRIBUTES.has(reading.kind)) return false;
  if (isAttribute(text.charCodeAt(reading.end)))
    return left.end - left.start >= 2 && !endsVerb(text.charCodeAt(left.end - 1));
  if (reading.kind === 'percent' || reading.kind === 'ratio')
    return left.end - left.start >= 2 && endsAttribute(text.charCodeAt(left.end - 1));
  return endsAttribute(text.charCodeAt(left.end - 1));
}

const isAttribute = codesOf('的长高');
const endsAttribute = codesOf('率比值额量价费款金度重高长宽温力数距速龄期入本润');
const endsVerb = codesOf('了出有成好上下开起住着给入现持');

/**
 * What the words between the last stop (or the last figure) and the figure name, without the adverbs at their head and
 * the verb that brings the number. `'carry'` where they only go on about what was named before.
 */
function chunkBefore(
  text: string,
  readings: readonly Reading[],
  k: number,
  found: readonly (Stretch | undefined)[],
  sideRight: readonly boolean[],
): Stretch | 'carry' | undefined {
  const reading = readings[k]!;
  const previous = readings[k - 1];
  let floor = Math.max(0, reading.start - LONGEST_CHUNK, previous?.end ?? 0);
  const named = previous && sideRight[k - 1] && previous.end === floor ? found[k - 1] : undefined;
  if (named && named.start >= previous!.end && named.end <= reading.start) floor = named.end;
  if (named && floor === reading.start) return named;
  let end = reading.start;
  if (closes(text.charCodeAt(end - 1))) {
    const isQuote = text[end - 1] === '”';
    const open = lastWithin(text, isQuote ? '“' : '（', floor, end);
    if (isQuote && open >= 0 && end - open > 3 && end - open <= 10) return { start: open + 1, end: end - 1 };
    if (!isQuote && open >= 0) end = open;
  }
  if (floor === previous?.end) floor = behindTail(text, previous, floor, end);
  let start = end;
  let seen = 0;
  for (; start > floor; start--) {
    const sign = signOf(text.charCodeAt(start - 1));
    if (sign & Sign.ClauseEnd) break;
    seen |= sign;
  }
  const list = seen & Sign.List ? lastWithin(text, '、', start, end) : -1;
  if (list >= 0 && (start === floor || text[start - 1] === '：') && previous) start = list + 1;
  if (start === end) return isListSign(text.charCodeAt(end - 1)) || end === previous?.end ? undefined : 'carry';
  const kept = strip(text, start, end, seen) ?? beforeDate(text, readings, k, start);
  if (kept && isDimension(text, kept, reading)) return kept;
  if (!kept || kept.end - kept.start < 2) return text.startsWith('成功', start) ? { start, end: start + 2 } : 'carry';
  if (
    isComparison(text, start, previous) ||
    isMultiple(text, start, reading) ||
    ratesOfChange.at(text, kept.start, kept.end) === kept.end - kept.start
  )
    return 'carry';
  if (bringsOnly(text, kept)) return 'carry';
  return reading.kind === 'length' ? withoutDimension(text, kept) : kept;
}

const dimensions = codesOf('高宽长厚深重');

/** 高80厘米, 重18.6公斤: one character names what is measured. */
function isDimension(text: string, { start, end }: Stretch, { kind }: Reading): boolean {
  return end - start === 1 && (kind === 'length' || kind === 'mass') && dimensions(text.charCodeAt(start));
}

/** 渗透率由2020年的5.4%: the date parts the figure from what it measures. */
function beforeDate(text: string, readings: readonly Reading[], k: number, start: number): Stretch | undefined {
  const date = readings[k - 1];
  if (date?.kind !== 'date' || date.end !== start) return undefined;
  const floor = Math.max(readings[k - 2]?.end ?? 0, date.start - LONGEST_CHUNK);
  let from = date.start;
  while (from > floor && !endsClause(text.charCodeAt(from - 1))) from--;
  return from < date.start ? strip(text, from, date.start) : undefined;
}

const closes = codesOf('”）');
const comparing = wordSet(['高于', '低于', '高出', '同比', '环比', '相比', '同期']);

/** 比上年同期, 较去年, 高于全市平均水平, 占全长的: what is compared was named before. */
function isComparison(text: string, start: number, previous: Reading | undefined): boolean {
  // 比1月份的预测低0.4个百分点: the clause begins before the date.
  if (previous?.kind === 'date' && previous.end === start && comparesWith(text.charCodeAt(previous.start - 1)))
    return true;
  const first = text.charCodeAt(start);
  if (comparesWith(first)) return text[start + 1] !== '例';
  if (first === SHARES) return text[start + 1] !== '比' && text[start + 1] !== '地';
  return comparing.at(text, start, text.length) > 0;
}

/** 是平日的3.2倍: what is compared was named before. */
function isMultiple(text: string, start: number, { unit, start: end }: Reading): boolean {
  if (unit !== '倍' || text[end - 1] !== '的') return false;
  for (let at = start; at < end && at <= start + 2; at++) if (ISES.at(text, at, end) > 0) return true;
  return false;
}

const ISES = wordSet(['是', '为', '相当于', '达到', '达']);
const TAILS = wordSet(['以内', '之内', '内', '以后', '之后', '后', '以来', '来', '以上', '以下', '左右', '多', '过去']);

/** 10日内支付租金34000元: what belongs to the figure before is no part of the words that follow. */
function behindTail(text: string, { kind }: Reading, from: number, end: number): number {
  return kind === 'duration' || kind === 'date' || kind === 'age' ? from + TAILS.at(text, from, end) : from;
}

const comparesWith = codesOf('比较');
const SHARES = '占'.charCodeAt(0);

/** The metric of the figure before, in the same sentence. */
function carried(
  text: string,
  readings: readonly Reading[],
  k: number,
  found: readonly (Stretch | undefined)[],
): Stretch | undefined {
  for (let j = k - 1; j >= 0 && j >= k - 4; j--) {
    if (hasSentenceEnd(text, readings[j]!.end, readings[k]!.start)) return undefined;
    if (found[j] && readings[j]!.kind !== 'ordinal') return found[j];
  }
  return undefined;
}

/** Nothing but a list sign between two figures of one unit: they measure the same. */
function carriedInList(
  readings: readonly Reading[],
  k: number,
  found: readonly (Stretch | undefined)[],
): Stretch | undefined {
  const previous = readings[k - 1];
  const reading = readings[k]!;
  if (!previous || previous.kind !== reading.kind || reading.start - previous.end > 1) return undefined;
  return found[k - 1];
}

const DOING = wordSet([
  '参加',
  '参与',
  '参演',
  '参赛',
  '到场',
  '受益',
  '观看',
  '就业',
  '获救',
  '报名',
  '观摩',
  '受灾',
  '受伤',
  '遇难',
  '死亡',
  '在场',
  '获奖',
  '受训',
  '签名',
]);

const PERSON = '人'.charCodeAt(0);

/** 450人参加: people counted by what they do. */
function isDoing(text: string, { unit, end }: Reading): boolean {
  return unit.charCodeAt(0) === PERSON && DOING.at(text, end, text.length) > 0;
}

const PASSIVE = wordSet(['被', '已被', '进行', '因']);

/** Where people are counted by what is done to them (其中1人已被刑拘), or a time by what fills it. */
function passiveBehind(text: string, readings: readonly Reading[], k: number): Stretch | undefined {
  const { kind, unit, end } = readings[k]!;
  const doing = isDoing(text, readings[k]!) ? DOING.at(text, end, text.length) : 0;
  if (doing > 0) return { start: end, end: end + doing };
  const passive = unit === '人' && PASSIVE.at(text, end, text.length) > 0;
  return passive || kind === 'duration' ? activityBehind(text, readings, k) : undefined;
}

const endsActivity = codesOf('、的了');

/** What happens to what is counted, where nothing else names it: 其中1人已被刑拘. */
function activityBehind(text: string, readings: readonly Reading[], k: number): Stretch | undefined {
  const reading = readings[k]!;
  if (reading.kind !== 'count' && reading.kind !== 'duration') return undefined;
  const limit = Math.min(readings[k + 1]?.start ?? text.length, reading.end + 14);
  let at = reading.end;
  for (let length = 1; length > 0; at += length) length = BRINGING.at(text, at, limit);
  let end = at;
  while (end < limit && !endsClause(text.charCodeAt(end)) && !endsActivity(text.charCodeAt(end))) end++;
  return end - at >= 2 && end - at <= 10 ? { start: at, end } : undefined;
}
