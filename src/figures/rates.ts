import { endsMember } from './marks';
import type { Reading } from './reading';
import { unitAt } from './units';

const EACH = '每'.charCodeAt(0);
const MEAN = '均'.charCodeAt(0);
const YIELD = '产'.charCodeAt(0);
const REACH = 16;
const AVERAGES: Readonly<Record<string, string>> = {
  亩均: '亩',
  人均: '人',
  户均: '户',
  日均: '日',
  年均: '年',
  月均: '月',
  亩产: '亩',
  单产: '亩',
  村均: '村',
};
const TIMES = ['秒', '分钟', '小时', '天', '日', '周', '月', '季度', '年', '人', '万人', '十万人', '百人', '千人'];

/** The unit a reading is counted per: 每亩420公斤 and 亩产420公斤 per 亩, 29.9元一箱 and 16元/公斤 per piece and weight. */
export function perOf(text: string, reading: Reading, previous: Reading | undefined): string | undefined {
  if (reading.kind === 'date' || reading.kind === 'time' || reading.kind === 'ordinal') return undefined;
  return perBehind(text, reading) ?? perBefore(text, reading, previous);
}

function perBefore(text: string, reading: Reading, previous: Reading | undefined): string | undefined {
  const floor = Math.max(0, reading.start - REACH);
  for (let at = reading.start - 1; at >= floor; at--) {
    const code = text.charCodeAt(at);
    if (endsMember(code)) break;
    if (code === EACH && (previous === undefined || previous.kind === 'count' || at >= previous.end)) {
      return unitBehind(text, at + 1);
    }
    if (code !== MEAN && code !== YIELD) continue;
    const word = AVERAGES[text.slice(at - 1, at + 1)];
    if (word !== undefined && (previous === undefined || at > previous.end)) return word;
  }
  return oneEach(reading, previous);
}

function unitBehind(text: string, at: number): string | undefined {
  const scaled = text[at] === '万' || text[at] === '百' || text[at] === '千';
  const unit = unitAt(text, scaled ? at + 1 : at);
  if (unit) return (scaled ? text[at]! : '') + unit.text;
  return TIMES.filter((word) => text.startsWith(word, at)).sort((a, b) => b.length - a.length)[0];
}

/** 按1人1分钟计算: one of a thing directly before is what it is counted per. */
function oneEach(reading: Reading, previous: Reading | undefined): string | undefined {
  const adjacent = previous?.end === reading.start && previous.value === 1 && previous.kind === 'count';
  return adjacent ? previous.unit : undefined;
}

function perBehind(text: string, reading: Reading): string | undefined {
  const sign = text[reading.end];
  if (sign === '/' || sign === '一' || sign === '每') {
    if (sign === '/') return unitBehind(text, reading.end + 1);
    const unit = unitAt(text, reading.end + 1);
    const next = text[reading.end + 1 + (unit?.text.length ?? 0)] ?? '。';
    return unit && (sign !== '一' || '，。！”包的'.includes(next)) ? unit.text : undefined;
  }
  return undefined;
}
