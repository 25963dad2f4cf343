import { codesOf, endsMember } from './marks';
import type { Figure } from './model';
import type { Reading } from './reading';
import { firstsOf, wordSet } from './wordSet';

/** What a figure says about movement in time. */
export interface Change {
  readonly change: Figure['change'];
  readonly basis: Figure['basis'];
}

const UP = [
  '增长',
  '增加',
  '提高',
  '提升',
  '上升',
  '上涨',
  '增收',
  '增幅',
  '涨幅',
  '上调',
  '扩大',
  '多出',
  '高出',
  '增',
  '涨',
  '升',
  '攀升',
  '回升',
  '增值',
  '上浮',
  '上扬',
  '走高',
  '新增加',
  '增产',
];
const DOWN = [
  '下降',
  '减少',
  '降低',
  '下调',
  '缩短',
  '降价',
  '降幅',
  '减幅',
  '跌幅',
  '下跌',
  '回落',
  '压缩',
  '收窄',
  '减',
  '降',
  '跌',
  '减亏',
  '少了',
  '压减',
  '降了',
  '减产',
  '减免',
  '下浮',
];
const up = wordSet(UP);
const down = wordSet(DOWN);
const mayMove = codesOf(firstsOf(UP) + firstsOf(DOWN));
/** Single characters that are part of other words: 升级, 增值税, 降雨, 减灾. */
const NOT_ALONE: Readonly<Record<string, string>> = {
  增: '值设派补城殖开城添强',
  升: '级旗学空华温格',
  涨: '停潮',
  减: '灾排税负压速肥免隔震',
  降: '雨水温临解落级碳本费尘噪压血糖',
  跌: '倒停落宕',
};

/** 增加值, 增长率, 增长点: names, not movements. */
const NO_MOVEMENT = '值额量率点极预';

const YEAR = [
  '同比',
  '比上年',
  '较上年',
  '比去年',
  '较去年',
  '比上一年',
  '上年同期',
  '去年同期',
  '比前年',
  '比同期',
  '较同期',
];
const MONTH = ['环比', '比上月', '较上月', '比上个月', '较上个月', '比上季度', '较上季度'];
const joins = codesOf('、和与');
const COMMA = '，'.charCodeAt(0);
const REACH = 26;
/** A direction word belongs to a figure at most so many characters behind it: 减少入河总磷6.8吨. */
const NEAR = 9;
const NONE: Change = { change: null, basis: null };

/** Direction and basis of comparison of each reading, parallel to the readings. */
export function changesOf(text: string, readings: readonly Reading[]): Change[] {
  const found: Change[] = [];
  for (let k = 0; k < readings.length; k++) {
    const reading = readings[k]!;
    if (
      reading.kind === 'date' ||
      reading.kind === 'time' ||
      reading.kind === 'ordinal' ||
      reading.kind === 'identifier'
    ) {
      found.push(NONE);
      continue;
    }
    const previous = readings[k - 1];
    const listed =
      previous?.kind === reading.kind && reading.start - previous.end === 1 && joins(text.charCodeAt(previous.end));
    const own = changeOf(text, reading, previous);
    if (own.change === null && listed) found.push(found[k - 1]!);
    else if (own.change !== null && own.basis === null && goesOn(text, reading, previous)) {
      found.push({ change: own.change, basis: found[k - 1]?.change === own.change ? found[k - 1]!.basis : null });
    } else found.push(own);
  }
  return found;
}

/** 增加0.48亿元，增长6.0%: the second clause has the basis of the first. */
function goesOn(text: string, reading: Reading, previous: Reading | undefined): boolean {
  return previous !== undefined && reading.start - previous.end <= 6 && text.charCodeAt(previous.end) === COMMA;
}

function changeOf(text: string, reading: Reading, previous: Reading | undefined): Change {
  const near = memberStart(text, reading.start, Math.max(0, reading.start - NEAR));
  const own = previous && previous.kind !== 'date' ? Math.max(near, previous.end) : near;
  const change = directionIn(text, own, reading.start);
  if (change === null) return NONE;
  const start = memberStart(text, near, Math.max(0, reading.start - REACH));
  return { change, basis: basisOf(text.slice(start, reading.start)) };
}

/** Where the member of a list or the clause begins that goes on at `from`, no farther back than `floor`. */
function memberStart(text: string, from: number, floor: number): number {
  let start = from;
  while (start > floor && !endsMember(text.charCodeAt(start - 1))) start--;
  return start;
}

function basisOf(clause: string): Figure['basis'] {
  if (YEAR.some((word) => clause.includes(word))) return 'yoy';
  return MONTH.some((word) => clause.includes(word)) ? 'mom' : null;
}

/** The last direction word of the stretch that is not followed by 到 or 为, which bring a new level. */
function directionIn(text: string, start: number, end: number): Figure['change'] {
  for (let at = end - 1; at >= start; at--) {
    if (!mayMove(text.charCodeAt(at))) continue;
    const rising = up.at(text, at, end);
    const length = rising || down.at(text, at, end);
    if (length === 0) continue;
    const next = text[at + length] ?? '';
    if (length === 1 && (NOT_ALONE[text[at]!] ?? '').includes(next) && next !== '') continue;
    // The word may begin one character earlier: 下降 ends in 降.
    const longer = at > start ? up.at(text, at - 1, end) || down.at(text, at - 1, end) : 0;
    if (longer > 1) continue;
    if (NO_MOVEMENT.includes(next) && next !== '') continue;
    const behind = text.slice(at + length, end);
    if (behind.startsWith('到') || behind.startsWith('至') || behind.startsWith('为')) return null;
    // 增长预期由2.7%下调: what grows is a name here, and the figure its level.
    if (behind.includes('由') || behind.includes('从')) return null;
    return rising > 0 ? 'up' : 'down';
  }
  return null;
}
