import { agrees, difference, marginOf, quotient, type Margin } from './precision';
import { between, sameUnit, wordsBefore, type Finding, type Stated } from './stated';

const AHEAD = 3;

/**
 * Growth from one level to another (由8元降到4.8元，降了四成; 比上届的44.5万增长18.2%) and growth by a stated amount
 * (8.43亿元，比上年增加0.48亿元，增长6.0%). Both verdicts, because the wording leaves no other reading.
 */
export function* growthChecks(figures: readonly Stated[]): Generator<Finding> {
  for (let k = 0; k + 1 < figures.length; k++) {
    const a = figures[k]!;
    const b = figures[k + 1]!;
    if (a.sentence !== b.sentence || !sameUnit(a, b) || a.title) continue;
    const rates = figures.slice(k + 2, k + 2 + AHEAD).filter((rate) => rate.sentence === a.sentence);
    if (isFromTo(a, b)) yield* oneOf(rates, (rate) => fromTo(a, b, rate));
    else if (isCompared(b)) yield* oneOf(rates.slice(0, 1), (rate) => fromTo(b, a, rate));
    else if (isAmount(b)) yield* oneOf(rates.slice(0, 1), (rate) => byAmount(a, b, rate));
  }
}

function* oneOf(rates: readonly Stated[], check: (rate: Stated) => Finding | undefined): Generator<Finding> {
  for (const rate of rates) {
    const finding = check(rate);
    if (!finding) continue;
    yield finding;
    return;
  }
}

/** 由…提升到…, 从…降为…: the second figure is the new level of the first. */
function isFromTo(a: Stated, b: Stated): boolean {
  const before = wordsBefore(a);
  const gap = between(a, b);
  if (gap.length > 16 || gap === '' || /[。；]/.test(gap)) return false;
  return /[由从]/.test(before) && /[到至为]/.test(gap);
}

/** 比上年同期的24.1亿元 */
function isCompared(b: Stated): boolean {
  return /^[比较]/.test(wordsBefore(b)) && wordsBefore(b).endsWith('的');
}

/** 比上年增加0.48亿元 */
function isAmount(b: Stated): boolean {
  return b.figure.change !== null && /^[比较同]/.test(wordsBefore(b));
}

function fromTo(from: Stated, to: Stated, rate: Stated): Finding | undefined {
  if (rate.figure.change === null) return undefined;
  const [a, b] = [marginOf(from), marginOf(to)];
  const moved = b.value >= a.value ? difference(b, a) : difference(a, b);
  const direction = b.value >= a.value ? 'up' : 'down';
  const { kind, unit } = rate.figure;
  let computed: Margin;
  let sign: string;
  if (unit.endsWith('百分点') && from.figure.kind === 'percent') {
    computed = moved;
    sign = `${to.quote} - ${from.quote} = ${rate.quote}`;
  } else if (kind === 'percent' && unit !== '‰' && !unit.endsWith('百分点')) {
    computed = quotient(moved, a, 100);
    sign = `(${to.quote} - ${from.quote}) / ${from.quote} = ${rate.quote}`;
  } else if (kind === 'ratio' && (unit === '' || unit === '倍')) {
    computed = quotient(moved, a);
    sign = `(${to.quote} - ${from.quote}) / ${from.quote} = ${rate.quote}`;
  } else return undefined;
  const holds = agrees(computed, rate) && direction === rate.figure.change;
  if (!holds && !goesOn(from.start > to.start ? from : to, rate)) return undefined;
  return {
    type: 'growth',
    figures: [to, from, rate],
    computed: computed.value,
    claimed: rate.value,
    holds,
    statement: sign,
  };
}

/** Longest way from the new level to its rate in one breath: ，降幅达约60%. */
const ONE_BREATH = 8;

/** Whether a rate can only be that of the change before it: it follows at once and names no other comparison. */
function goesOn(last: Stated, rate: Stated): boolean {
  const gap = between(last, rate);
  return gap.length <= ONE_BREATH && !/同比|环比|比|较/.test(gap);
}

function byAmount(level: Stated, amount: Stated, rate: Stated): Finding | undefined {
  const { figure } = rate;
  if (figure.kind !== 'percent' || figure.unit.endsWith('百分点') || figure.change !== amount.figure.change)
    return undefined;
  if (amount.figure.kind === 'percent' || amount.value >= level.value || between(amount, rate).length > 8)
    return undefined;
  const [a, d] = [marginOf(level), marginOf(amount)];
  const base =
    figure.change === 'up' ? difference(a, d) : { value: a.value + d.value, lo: a.lo + d.lo, hi: a.hi + d.hi };
  const computed = quotient(d, base, 100);
  const holds = agrees(computed, rate);
  // 比年初增加5亿元，同比增长30%: the two do not compare with the same time.
  if (!holds && rate.figure.basis !== null && rate.figure.basis !== amount.figure.basis) return undefined;
  const sign = figure.change === 'up' ? '-' : '+';
  return {
    type: 'growth',
    figures: [level, amount, rate],
    computed: computed.value,
    claimed: rate.value,
    holds,
    statement: `${amount.quote} / (${level.quote} ${sign} ${amount.quote}) = ${rate.quote}`,
  };
}
