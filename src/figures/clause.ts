import { ENDS_OF_NAMES, HEADS, INNER_VERBS, LIGHT_VERBS, NOT_INNER, VALUE_VERBS } from './claimWords';
import { codesOf, endsClause, neighbours } from './marks';
import type { Stretch } from './nouns';
import { unitAt } from './units';
import { firstWithin, lastWithin } from './within';
import { firstsOf, wordSet } from './wordSet';

const heads = wordSet(HEADS);
const lightVerbs = wordSet(LIGHT_VERBS);
const valueVerbs = wordSet(VALUE_VERBS);
const innerVerbs = wordSet(INNER_VERBS);
const notInner = wordSet(NOT_INNER);
const endsName = neighbours(ENDS_OF_NAMES);
const endsMeasure = codesOf('率数量额');
const endsScope = codesOf('里中内');
const endsLength = codesOf('长宽深');
const namesLength = codesOf('全总周身增成');
const isArea = codesOf('省市县州');
const RATE = '率'.charCodeAt(0);
const COMPARISONS = ['高出', '高于', '低于', '高过'];
const AVERAGES = ['平均', '最高', '最低'];
const comparisons = wordSet(COMPARISONS);
const averages = wordSet(AVERAGES);
const LONGEST_METRIC = 16;

/** What a character may begin or mean in a clause; a clause without one of them is not searched for it. */
export const Sign = {
  ClauseEnd: 1,
  List: 2,
  Each: 4,
  Inner: 8,
  Mark: 16,
  Comparison: 32,
} as const;

const signs = new Uint8Array(0x10000);
const enter = (sign: number, chars: string): void => {
  for (let at = 0; at < chars.length; at++) signs[chars.charCodeAt(at)]! |= sign;
};
for (let code = 0; code < signs.length; code++) if (endsClause(code)) signs[code] = Sign.ClauseEnd;
enter(Sign.List, '、');
enter(Sign.Each, '每');
enter(Sign.Inner, firstsOf(INNER_VERBS) + firstsOf(AVERAGES));
enter(Sign.Mark, '等的');
enter(Sign.Comparison, firstsOf(COMPARISONS));

/** The signs of a UTF-16 unit. */
export const signOf = (code: number): number => signs[code & 0xffff]!;

function signsWithin(text: string, from: number, to: number): number {
  let seen = 0;
  for (let at = from; at < to; at++) seen |= signOf(text.charCodeAt(at));
  return seen;
}

/** 河段长58.4公里 measures 河段; 全长 and 身高 are names themselves. Give it what stands before a length only. */
export function withoutDimension(text: string, { start, end }: Stretch): Stretch {
  const isOne = end - start >= 3 && endsLength(text.charCodeAt(end - 1)) && !namesLength(text.charCodeAt(end - 2));
  return isOne ? { start, end: end - 1 } : { start, end };
}

/** Whether a stretch is nothing but a verb that brings what is counted (获得, 发放); 投入 measures by itself. */
export function bringsOnly(text: string, { start, end }: Stretch): boolean {
  return (
    lightVerbs.at(text, start, end) === end - start && !KEPT_WITH_SHORT.some((verb) => text.startsWith(verb, start))
  );
}

/**
 * Takes adverbs and light verbs off the head and the verbs of value off the end. `seen` has at least the signs that stand
 * in the stretch.
 */
export function strip(text: string, from: number, to: number, seen = signsWithin(text, from, to)): Stretch | undefined {
  const per = seen & Sign.Each ? perPhrase(text, from, to) : undefined;
  if (per) {
    const behind = per.end < to ? stripPlain(text, per.end, to, seen) : undefined;
    return behind && behind.end - behind.start >= 2 ? behind : stripPlain(text, from, per.start, seen);
  }
  return stripPlain(text, from, to, seen);
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
  const noun = length === 1 && end - from > 1 && endsName.has(text.charCodeAt(end - 1), text.charCodeAt(end - 2));
  return noun ? 0 : length;
}

function stripPlain(text: string, from: number, to: number, seen: number): Stretch | undefined {
  let end = to;
  for (let length = valueBefore(text, from, end); length > 0; length = valueBefore(text, from, end)) end -= length;
  let start = from;
  for (;;) {
    const length = heads.at(text, start, end) || placeAt(text, start, end);
    if (length === 0 || notInner.at(text, start, end) > 0) break;
    if (length === 2 && text.charCodeAt(start + 2) === RATE && text.startsWith('成功率', start)) break;
    start += length;
  }
  if (seen & Sign.Inner) start = behindInnerVerb(text, start, end);
  for (;;) {
    const length = lightVerbs.at(text, start, end) || heads.at(text, start, end);
    const rest = end - start - length;
    if (length === 0 || rest < 2 || notInner.at(text, start, end) > 0) break;
    if (rest === 2 && KEPT_WITH_SHORT.some((verb) => text.startsWith(verb, start))) break;
    if (rest <= 3 && endsMeasure(text.charCodeAt(end - 1))) break;
    start += length;
  }
  if (seen & Sign.Mark) {
    start = behindMark(text, '等', start, end);
    start = behindMark(text, '的', start, end);
  }
  if (seen & Sign.Comparison) for (let at = start + 2; at < end; at++) if (comparisons.at(text, at, end) > 0) end = at;
  const scope = endsScope(text.charCodeAt(end - 1)) ? firstWithin(text, '在', start + 2, end) : -1;
  if (scope > 0) end = scope;
  if (end - start > LONGEST_METRIC) start = end - LONGEST_METRIC;
  return end > start ? { start, end } : undefined;
}

function behindMark(text: string, mark: string, start: number, end: number): number {
  const at = lastWithin(text, mark, start + 1, end - 2);
  return at > 0 && !'标目'.includes(text[at - 1]!) ? at + 1 : start;
}

/** Where the object begins of the last verb inside the clause: 议事会调处|矛盾纠纷, 示范片|平均亩产. */
function behindInnerVerb(text: string, start: number, end: number): number {
  for (let at = end - 2; at > start; at--) {
    if ((signOf(text.charCodeAt(at)) & Sign.Inner) === 0) continue;
    if (averages.at(text, at, end) > 0 && end - at > 3) return at;
    const length = innerVerbs.at(text, at, end);
    if (length === 0 || end - at - length < 2) continue;
    if (notInner.at(text, at, end) > 0 || notInner.at(text, at - 1, end) > 0) continue;
    return at + length;
  }
  return start;
}

/** 完成整改 and 投入 name themselves what is measured when hardly a word follows. */
const KEPT_WITH_SHORT = ['完成', '投入', '实现'];

/** A place at the head of a clause: up to 省, 市, 县, 州 after two to four characters. */
function placeAt(text: string, start: number, end: number): number {
  for (let at = start + 2; at <= start + 3 && at < end - 2; at++) {
    if (isArea(text.charCodeAt(at)) && !'场民级政区域直城值长际外内容'.includes(text[at + 1]!)) return at + 1 - start;
  }
  return 0;
}
