import { agrees, isWithin, marginOf, product } from './precision';
import { between, sameUnit, unitClass, wordsBefore, type Finding, type Stated, quoteOf } from './stated';

const REACH = 12;
/** Measures that a product may change over to: kilograms an acre make tons. */
const FACTORS: Readonly<Record<string, number>> = {
  斤: 0.5,
  公斤: 1,
  千克: 1,
  克: 0.001,
  吨: 1000,
  毫克: 1e-6,
  秒: 1 / 60,
  分钟: 1,
  小时: 60,
  天: 1440,
  米: 1,
  公里: 1000,
  元: 1,
  块: 1,
  升: 0.001,
  立方米: 1,
};

/** An amount per piece, the number of pieces, and the total they make. */
export function* productChecks(figures: readonly Stated[]): Generator<Finding> {
  for (let k = 0; k < figures.length; k++) {
    const rate = figures[k]!;
    if (rate.title) continue;
    const { per, kind } = rate.figure;
    const finding = per === undefined ? (kind === 'percent' ? partOf(figures, k) : undefined) : total(figures, k, per);
    if (finding) yield finding;
  }
}

function factorOf(unit: string): number | undefined {
  return FACTORS[unitClass(unit)];
}

function total(figures: readonly Stated[], k: number, per: string): Finding | undefined {
  const rate = figures[k]!;
  const rateFactor = factorOf(rate.figure.unit);
  if (rateFactor === undefined) return undefined;
  const around = figures.slice(Math.max(0, k - REACH), k + REACH).filter((stated) => stated !== rate && !stated.title);
  const counts = around.filter(
    (stated) => stated.counts === unitClass(per) && stated.value > 1 && stated.figure.per === undefined,
  );
  const totals = around.filter(
    (stated) => stated.kind === rate.kind && factorOf(stated.figure.unit) !== undefined && stated.value > 0,
  );
  for (const count of counts) {
    for (const sum of totals) {
      if (sum === count || Math.abs(sum.sentence - count.sentence) > 1 || rate.paragraph !== sum.paragraph) continue;
      const computed = product(marginOf(count), marginOf(rate), rateFactor / factorOf(sum.figure.unit)!);
      const holds = agrees(computed, sum) && isWithin(computed.value, sum.value, 0.05);
      if (holds || isReckoned(rate, sum)) return make(count, rate, sum, computed.value, holds);
    }
  }
  return undefined;
}

/** 按1人1分钟计算，需要40个小时: the text itself says that it multiplies. */
function isReckoned(rate: Stated, sum: Stated): boolean {
  if (sum.sentence !== rate.sentence || sum.start < rate.end) return false;
  const lead = rate.text.slice(Math.max(0, rate.start - 8), rate.start);
  return lead.includes('按') && /计算|折算|算/.test(between(rate, sum));
}

function make(count: Stated, rate: Stated, sum: Stated, computed: number, holds: boolean): Finding {
  return {
    type: 'product',
    figures: [count, rate, sum],
    computed,
    claimed: sum.value,
    holds,
    statement: `${quoteOf(count)} × ${quoteOf(rate)} = ${quoteOf(sum)}`,
  };
}

/** 按数额的六成支付，合计52.44万元: the share of an amount named before is the amount behind it. */
function partOf(figures: readonly Stated[], k: number): Finding | undefined {
  const share = figures[k]!;
  const sum = figures[k + 1];
  if (sum?.sentence !== share.sentence || sum.kind === 'percent' || share.figure.change !== null) return undefined;
  if (!/合计|共计|共|即|计|为/.test(wordsBefore(sum))) return undefined;
  for (let j = k - 1; j >= 0 && j >= k - 2 * REACH; j--) {
    const whole = figures[j]!;
    if (whole.title || !sameUnit(whole, sum)) continue;
    const computed = (whole.value * share.value) / 100;
    if (isWithin(computed, sum.value, 1e-3)) return make(whole, share, sum, computed, true);
  }
  return undefined;
}
