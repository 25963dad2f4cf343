import { agrees, difference, marginOf, quotient, type Margin } from './precision';
import { between, sameUnit, wordsBefore, type Finding, type Stated, quoteOf } from './stated';

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
    if (figures[k + 2]?.sentence !== a.sentence) continue;
    const words = wordsBefore(b);
    if (isFromTo(a, b)) yield* oneOf(ratesBehind(figures, k, AHEAD), (rate) => fromTo(a, b, rate));
    else if (isCompared(words)) yield* oneOf(ratesBehind(figures, k, 1), (rate) => fromTo(b, a, rate));
    else if (b.figure.change !== null && isAmount(words))
      yield* oneOf(ratesBehind(figures, k, 1), (rate) => byAmount(a, b, rate));
  }
}

/** What follows a pair of levels in their sentence. */
function ratesBehind(figures: readonly Stated[], k: number, most: number): Stated[] {
  return figures.slice(k + 2, k + 2 + most).filter((rate) => rate.sentence === figures[k]!.sentence);
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
  const gap = between(a, b);
  if (gap.length > 16 || gap === '' || !/[到至为]/.test(gap) || /[。；]/.test(gap)) return false;
  return /[由从]/.test(wordsBefore(a));
}

/** 比上年同期的24.1亿元 */
function isCompared(words: string): boolean {
  return COMPARED.test(words);
}

const COMPARED = /^[比较].{0,22}的(?:每.{1,2})?$/;

/** 比上年增加0.48亿元 */
function isAmount(words: string): boolean {
  return /^[比较同]/.test(words);
}

function fromTo(from: Stated, to: Stated, rate: Stated): Finding | undefined {
  if (rate.figure.change === null) return undefined;
  const [a, b] = [marginOf(from), marginOf(to)];
  const moved = b.value >= a.value ? difference(b, a) : difference(a, b);
  const direction = b.value >= a.value ? 'up' : 'down';
  const { kind, unit } = rate.figure;
  let computed: Margin;
  let sign: string;
  if (unit.endsWith('百分点') && from.kind === 'percent') {
    computed = moved;
    sign = `${quoteOf(to)} - ${quoteOf(from)} = ${quoteOf(rate)}`;
  } else if (kind === 'percent' && unit !== '‰' && !unit.endsWith('百分点')) {
    computed = quotient(moved, a, 100);
    sign = `(${quoteOf(to)} - ${quoteOf(from)}) / ${quoteOf(from)} = ${quoteOf(rate)}`;
  } else if (kind === 'ratio' && (unit === '' || unit === '倍')) {
    computed = quotient(moved, a);
    sign = `(${quoteOf(to)} - ${quoteOf(from)}) / ${quoteOf(from)} = ${quoteOf(rate)}`;
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
  if (amount.kind === 'percent' || amount.value >= level.value || between(amount, rate).length > 8) return undefined;
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
    statement: `${quoteOf(amount)} / (${quoteOf(level)} ${sign} ${quoteOf(amount)}) = ${quoteOf(rate)}`,
  };
}
