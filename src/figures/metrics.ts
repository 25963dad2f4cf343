import { ENDS_OF_NAMES, HEADS, INNER_VERBS, LIGHT_VERBS, NOT_INNER, RATES_OF_CHANGE, VALUE_VERBS } from './claimWords';
import { endsClause, endsMember, endsSentence } from './marks';
import { CLOSER, nounAt, type Stretch } from './nouns';
import type { Reading } from './reading';
import { unitAt } from './units';
import { firstWithin, lastWithin } from './within';
import { wordSet } from './wordSet';

const heads = wordSet(HEADS);
const lightVerbs = wordSet(LIGHT_VERBS);
const valueVerbs = wordSet(VALUE_VERBS);
const innerVerbs = wordSet(INNER_VERBS);
const notInner = wordSet(NOT_INNER);
const comparisons = wordSet(['高出', '高于', '低于', '高过']);
const ratesOfChange = wordSet(RATES_OF_CHANGE);

const SEMICOLON = '；'.charCodeAt(0);
const LONGEST_CHUNK = 26;
const LONGEST_METRIC = 16;

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
const NONE: ReadonlySet<Reading['kind']> = new Set(['date', 'time', 'identifier']);

/** The words that name what each reading measures, or null; the array runs parallel to the readings. */
export function metricsOf(text: string, readings: readonly Reading[]): (string | null)[] {
  const found: (Stretch | undefined)[] = [];
  const sideRight: boolean[] = [];
  for (let k = 0; k < readings.length; k++) {
    const reading = readings[k]!;
    if (NONE.has(reading.kind)) {
      found.push(undefined);
      sideRight.push(false);
      continue;
    }
    const right = nounBehind(text, readings, k);
    const left = chunkBefore(text, readings, k, found, sideRight);
    const open = left === 'carry' || left === undefined || '共余多近超达有'.includes(text[reading.start - 1] ?? ' ');
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
  return found.map((stretch) => (stretch ? nameOf(text, stretch) : null));
}

/** One character names these well enough: 3个县, 15个村. */
const AREAS = '县市区镇乡村省州班组队厂店站校院';

function nameOf(text: string, { start, end }: Stretch): string | null {
  const name = text.slice(start, end);
  if (name.length === 1 && AREAS.includes(name)) return name;
  if (name.length < 2 || name.length > LONGEST_METRIC + 4 || '在为达到至以'.includes(name.at(-1)!)) return null;
  return name.startsWith('以上') || name.startsWith('以下') ? null : name;
}

/** An attribute that is measured beats the thing that has it; a verb in front does not. */
function prefersLeft(text: string, reading: Reading, left: Stretch): boolean {
  if (!ATTRIBUTES.has(reading.kind)) return false;
  const next = text[reading.end];
  if (next === '的' || next === '长' || next === '高') return left.end - left.start >= 2 && !endsInVerb(text, left);
  if (reading.kind === 'percent' || reading.kind === 'ratio')
    return left.end - left.start >= 2 && ATTRIBUTE_ENDS.includes(text[left.end - 1]!);
  return ATTRIBUTE_ENDS.includes(text[left.end - 1]!);
}

const ATTRIBUTE_ENDS = '率比值额量价费款金度重高长宽温力数距速龄期入本润';
const VERB_ENDS = '了出有成好上下开起住着给入现持';

function endsInVerb(text: string, { end }: Stretch): boolean {
  return VERB_ENDS.includes(text[end - 1]!);
}

/** The noun behind the unit: 15台分子检测设备; behind 的 where a clause describes it: 20名利用网络作案的嫌疑人. */
function nounBehind(text: string, readings: readonly Reading[], k: number): Stretch | undefined {
  const reading = readings[k]!;
  const limit = Math.min(readings[k + 1]?.start ?? text.length, reading.end + LONGEST_CHUNK);
  const part = reading.kind === 'ratio' || reading.kind === 'percent';
  const gap = BETWEEN.at(text, reading.end, limit) || (part && text[reading.end] === '是' ? 1 : 0);
  const at = reading.end + gap;
  const noun = nounAt(text, at, limit);
  if (noun.end - noun.start >= 2 || (noun.end > noun.start && '、和，'.includes(text[noun.end] ?? '，'))) {
    if (gap > 0 && NOT_COUNTED.at(text, noun.start, noun.end) > 0) return undefined;
    if (text[noun.end] === '的' && gap === 0 && isVerbal(text, noun)) {
      const head = nounAt(text, noun.end + 1, limit);
      if (head.end - head.start >= 2) return trim(text, head);
    }
    return trim(text, withList(text, noun, limit));
  }
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
  const bound = next && limit === next.start ? Math.min(text.length, next.end + LONGEST_CHUNK) : limit;
  while (at < bound && !endsMember(text.charCodeAt(at))) {
    if (text[at] === '的') {
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
  if (text[noun.end] !== '、') return noun;
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
  const quoted = CLOSER[text[start]!];
  if (quoted !== undefined && text[end - 1] === quoted && firstWithin(text, quoted, start, end) === end - 1)
    return { start: start + 1, end: end - 1 };
  while (end - start > 2 && '等中里上共也都了被'.includes(text[end - 1]!)) end--;
  if (end - start === 1 && AREAS.includes(text[start]!)) return { start, end };
  return end - start >= 2 ? { start, end } : undefined;
}

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
  if (text[end - 1] === '”') {
    const open = lastWithin(text, '“', floor, end);
    if (open >= 0 && end - open > 3 && end - open <= 10) return { start: open + 1, end: end - 1 };
  }
  const bracket = text[end - 1] === '）' ? lastWithin(text, '（', floor, end) : -1;
  if (bracket >= 0) end = bracket;
  let start = end;
  while (start > floor && !endsClause(text.charCodeAt(start - 1))) start--;
  const list = lastWithin(text, '、', start, end);
  if (list >= 0 && (start === floor || text[start - 1] === '：') && previous) start = list + 1;
  if (start === end) return text[end - 1] === '、' || end === previous?.end ? undefined : 'carry';
  const kept = strip(text, start, end) ?? beforeDate(text, readings, k, start);
  if (!kept || kept.end - kept.start < 2) return text.startsWith('成功', start) ? { start, end: start + 2 } : 'carry';
  if (isComparison(text, start) || ratesOfChange.at(text, kept.start, kept.end) === kept.end - kept.start)
    return 'carry';
  return kept;
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

const comparing = wordSet(['高于', '低于', '高出', '同比', '环比', '相比', '同期']);

/** 比上年同期, 较去年, 高于全市平均水平, 占全长的: what is compared was named before. */
function isComparison(text: string, start: number): boolean {
  const first = text[start]!;
  if (first === '比' || first === '较') return text[start + 1] !== '例';
  if (first === '占') return text[start + 1] !== '比' && text[start + 1] !== '地';
  return comparing.at(text, start, text.length) > 0;
}

/** Takes adverbs and light verbs off the head and the verbs of value off the end. */
function strip(text: string, from: number, to: number): Stretch | undefined {
  const per = perPhrase(text, from, to);
  if (per) {
    const behind = per.end < to ? stripPlain(text, per.end, to) : undefined;
    return behind && behind.end - behind.start >= 2 ? behind : stripPlain(text, from, per.start);
  }
  return stripPlain(text, from, to);
}

/** 每公斤, 每平方米 within a clause: where it starts and ends. */
function perPhrase(text: string, from: number, to: number): Stretch | undefined {
  const start = lastWithin(text, '每', from, to);
  if (start < 0) return undefined;
  const at = text[start + 1] === '万' ? start + 2 : start + 1;
  const unit = unitAt(text, at);
  return unit && at + unit.text.length <= to ? { start, end: at + unit.text.length } : undefined;
}

function valueBefore(text: string, from: number, end: number): number {
  const length = valueVerbs.before(text, from, end);
  const noun = length === 1 && end - from > 1 && (ENDS_OF_NAMES[text[end - 1]!] ?? '').includes(text[end - 2]!);
  return noun ? 0 : length;
}

function stripPlain(text: string, from: number, to: number): Stretch | undefined {
  let end = to;
  for (let length = valueBefore(text, from, end); length > 0; length = valueBefore(text, from, end)) end -= length;
  let start = from;
  for (;;) {
    const length = heads.at(text, start, end) || placeAt(text, start, end);
    if (length === 0 || (text.startsWith('成功率', start) && length === 2) || notInner.at(text, start, end) > 0) break;
    start += length;
  }
  start = behindInnerVerb(text, start, end);
  for (;;) {
    const length = lightVerbs.at(text, start, end) || heads.at(text, start, end);
    const rest = end - start - length;
    if (length === 0 || rest < 2) break;
    if (rest === 2 && KEPT_WITH_SHORT.some((verb) => text.startsWith(verb, start))) break;
    if (rest <= 3 && '率数量额'.includes(text[end - 1]!)) break;
    start += length;
  }
  for (const mark of ['等', '的']) {
    const at = lastWithin(text, mark, start + 1, end - 2);
    if (at > 0 && !'标目'.includes(text[at - 1]!)) start = at + 1;
  }
  for (let at = start + 2; at < end; at++) if (comparisons.at(text, at, end) > 0) end = at;
  const scope = '里中内'.includes(text[end - 1]!) ? firstWithin(text, '在', start + 2, end) : -1;
  if (scope > 0) end = scope;
  // 河段长58.4公里 measures 河段; 全长 and 身高 are names themselves.
  if (
    end - start >= 3 &&
    '长宽深'.includes(text[end - 1]!) &&
    !'全总周身市县区局组所校院部增成'.includes(text[end - 2]!)
  )
    end--;
  if (end - start > LONGEST_METRIC) start = end - LONGEST_METRIC;
  return end > start ? { start, end } : undefined;
}

/** Where the object begins of the last verb inside the clause: 议事会调处|矛盾纠纷, 示范片|平均亩产. */
function behindInnerVerb(text: string, start: number, end: number): number {
  for (let at = end - 2; at > start; at--) {
    if (AVERAGES.some((word) => text.startsWith(word, at)) && end - at > 3) return at;
    const length = innerVerbs.at(text, at, end);
    if (length === 0 || end - at - length < 2) continue;
    if (notInner.at(text, at, end) > 0 || notInner.at(text, at - 1, end) > 0) continue;
    return at + length;
  }
  return start;
}

/** 完成整改 and 投入 name themselves what is measured when hardly a word follows. */
const KEPT_WITH_SHORT = ['完成', '投入', '实现'];

const AVERAGES = ['平均', '最高', '最低'];

/** A place at the head of a clause: up to 省, 市, 县, 州 after two to four characters. */
function placeAt(text: string, start: number, end: number): number {
  for (let at = start + 2; at <= start + 3 && at < end - 2; at++) {
    if ('省市县州'.includes(text[at]!) && !'场民级政区域直城值长际外内容'.includes(text[at + 1]!))
      return at + 1 - start;
  }
  return 0;
}

/** The metric of the figure before, in the same sentence. */
function carried(
  text: string,
  readings: readonly Reading[],
  k: number,
  found: readonly (Stretch | undefined)[],
): Stretch | undefined {
  for (let j = k - 1; j >= 0 && j >= k - 4; j--) {
    if (hasSentenceEnd(text, readings[j]!.end, readings[k]!.start)) return undefined;
    if (found[j]) return found[j];
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

function hasSentenceEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (endsSentence(text.charCodeAt(at)) || text.charCodeAt(at) === SEMICOLON) return true;
  return false;
}

const DOING = wordSet(['参加', '参与', '参演', '参赛', '到场', '受益', '观看', '就业', '获救', '报名', '观摩']);

/** Where people are counted by what is done to them (其中1人已被刑拘), or a time by what fills it. */
function passiveBehind(text: string, readings: readonly Reading[], k: number): Stretch | undefined {
  const { kind, unit, end } = readings[k]!;
  const doing = unit.startsWith('人') ? DOING.at(text, end, text.length) : 0;
  if (doing > 0) return { start: end, end: end + doing };
  const passive = unit === '人' && ['被', '已被', '进行', '因'].some((word) => text.startsWith(word, end));
  return passive || kind === 'duration' ? activityBehind(text, readings, k) : undefined;
}

/** What happens to what is counted, where nothing else names it: 其中1人已被刑拘. */
function activityBehind(text: string, readings: readonly Reading[], k: number): Stretch | undefined {
  const reading = readings[k]!;
  if (reading.kind !== 'count' && reading.kind !== 'duration') return undefined;
  const limit = Math.min(readings[k + 1]?.start ?? text.length, reading.end + 14);
  let at = reading.end;
  for (let length = 1; length > 0; at += length) length = BRINGING.at(text, at, limit);
  let end = at;
  while (end < limit && !endsClause(text.charCodeAt(end)) && !'、的了'.includes(text[end]!)) end++;
  return end - at >= 2 && end - at <= 10 ? { start: at, end } : undefined;
}

/** 5000元、1000元和500元奖励: the members of a list share the noun behind the last one. */
function shareForward(
  text: string,
  readings: readonly Reading[],
  found: (Stretch | undefined)[],
  sideRight: readonly boolean[],
): void {
  for (let k = readings.length - 2; k >= 0; k--) {
    const next = readings[k + 1]!;
    const reading = readings[k]!;
    if (next.start - reading.end !== 1 || !'、和与及'.includes(text[reading.end]!)) continue;
    if (sideRight[k + 1] && !sideRight[k] && next.unit === reading.unit && next.kind === reading.kind)
      found[k] = found[k + 1];
  }
}

/** 甲、乙分别增长1%、2%: as many nouns as figures are dealt out in order. */
function distribute(text: string, readings: readonly Reading[], found: (Stretch | undefined)[]): void {
  for (let k = 0; k + 1 < readings.length; k++) {
    let last = k;
    while (last + 1 < readings.length && isListed(text, readings[last]!, readings[last + 1]!)) last++;
    if (last === k) continue;
    const from = readings[k]!.start;
    const at = lastWithin(text, '别', Math.max(1, from - 12), from) - 1;
    if (at >= 0 && text[at] === '分') {
      const names = listBefore(text, at);
      const shared = names.at(-1);
      const first = names[0];
      const tail = shared && first && sharedTail(first, shared);
      if (names.length === last - k + 1) names.forEach((name, n) => (found[k + n] = tail ?? name));
      else if (names.length === 0) dealBack(text, readings, found, k, last);
      else if (names.length === 1 && shared) for (let n = k; n <= last; n++) found[n] = shared;
    }
    k = last;
  }
}

/** 营收3.56亿元，净利润4120万元，分别增长18.3%和25.6%: the figures before name what the list goes on about. */
function dealBack(
  text: string,
  readings: readonly Reading[],
  found: (Stretch | undefined)[],
  k: number,
  last: number,
): void {
  const count = last - k + 1;
  if (k < count || hasSentenceEnd(text, readings[k - count]!.end, readings[k]!.start)) return;
  if (readings.slice(k - count, k).some((reading) => NONE.has(reading.kind))) return;
  for (let n = 0; n < count; n++) found[k + n] = found[k - count + n];
}

/** 城镇、农村居民收入分别为…: the members share the words behind the last one. */
function sharedTail(first: Stretch, last: Stretch): Stretch | undefined {
  const length = first.end - first.start;
  return length <= 2 && last.end - last.start >= length + 3 ? { start: last.start + length, end: last.end } : undefined;
}

function isListed(text: string, a: Reading, b: Reading): boolean {
  return b.start - a.end === 1 && '、和与及'.includes(text[a.end]!) && a.kind === b.kind;
}

/** The members of the list that ends at `end`, back to the clause's head. */
function listBefore(text: string, end: number): Stretch[] {
  const names: Stretch[] = [];
  let to = end;
  let at = end;
  const floor = Math.max(0, end - 60);
  for (; at > floor; at--) {
    const char = text[at - 1]!;
    if (endsClause(text.charCodeAt(at - 1))) break;
    if (char !== '、' && char !== '和' && char !== '与') continue;
    names.unshift({ start: at, end: to });
    to = at - 1;
  }
  const first = strip(text, at, to);
  if (first) names.unshift(first);
  return names.filter((name) => name.end > name.start);
}
