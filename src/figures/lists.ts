import { strip } from './clause';
import { codesOf, endsClause, hasSentenceEnd } from './marks';
import type { Stretch } from './nouns';
import { measuresNothing, type Reading } from './reading';
import { lastWithin } from './within';

const joins = codesOf('、和与及');

/** 5000元、1000元和500元奖励: the members of a list share the noun behind the last one. */
export function shareForward(
  text: string,
  readings: readonly Reading[],
  found: (Stretch | undefined)[],
  sideRight: boolean[],
): void {
  for (let k = readings.length - 2; k >= 0; k--) {
    const next = readings[k + 1]!;
    const reading = readings[k]!;
    if (next.start - reading.end !== 1 || !joins(text.charCodeAt(reading.end))) continue;
    if (!sideRight[k + 1] || sideRight[k] || next.unit !== reading.unit || next.kind !== reading.kind) continue;
    found[k] = found[k + 1];
    sideRight[k] = true;
  }
}

/** 甲、乙分别增长1%、2%: as many nouns as figures are dealt out in order. */
export function distribute(text: string, readings: readonly Reading[], found: (Stretch | undefined)[]): void {
  for (let k = 0; k + 1 < readings.length; k++) {
    let last = k;
    while (last + 1 < readings.length && isListed(text, readings[last]!, readings[last + 1]!)) last++;
    if (last === k) continue;
    const from = readings[k]!.start;
    const at = lastWithin(text, '别', Math.max(1, from - 12), from) - 1;
    if (at >= 0 && text[at] === '分') {
      const names = isByTheWay(text, at) ? [] : listBefore(text, at);
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

/** 按可比口径同比分别…: the clause says how it compares, not what. */
function isByTheWay(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && end - start < 20 && !endsClause(text.charCodeAt(start - 1))) start--;
  return '按同较比'.includes(text[start] ?? ' ');
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
  if (readings.slice(k - count, k).some(measuresNothing)) return;
  for (let n = 0; n < count; n++) found[k + n] = found[k - count + n];
}

/** 城镇、农村居民收入分别为…: the members share the words behind the last one. */
function sharedTail(first: Stretch, last: Stretch): Stretch | undefined {
  const length = first.end - first.start;
  return length <= 2 && last.end - last.start >= length + 3 ? { start: last.start + length, end: last.end } : undefined;
}

function isListed(text: string, a: Reading, b: Reading): boolean {
  return b.start - a.end === 1 && joins(text.charCodeAt(a.end)) && a.kind === b.kind;
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
