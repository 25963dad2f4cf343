import { agrees, isWithin, marginOf, quotient } from './precision';
import { between, sameUnit, unitClass, wordsBefore, type Finding, type Stated, quoteOf } from './stated';

const LOOK_BACK = 10;
/** The number of heads may stand at the beginning of a long article. */
const FAR = 80;
/** Percentages coarser than this (三成) agree with too many pairs by chance to be looked for. */
const FINE_STEP = 1;
const RATE_WORDS = /率|进度|比例|占比|比重|占|成$/;

/** Shares, rates, multiples and amounts per head that figures before them let one compute. */
export function* ratioChecks(figures: readonly Stated[]): Generator<Finding> {
  for (let k = 0; k < figures.length; k++) {
    const claim = figures[k]!;
    if (claim.title || claim.figure.change !== null) continue;
    const { kind, unit, per } = claim.figure;
    if (kind === 'percent' && !unit.endsWith('百分点')) yield* first(share(figures, k));
    else if (kind === 'ratio') yield* first(multiple(figures, k));
    else if (per !== undefined) yield* first(perHead(figures, k, per));
  }
}

function* first(finding: Finding | undefined): Generator<Finding> {
  if (finding) yield finding;
}

function make(part: Stated, whole: Stated, claim: Stated, factor: number): Finding {
  const computed = quotient(marginOf(part), marginOf(whole), factor);
  return {
    type: 'ratio',
    figures: [part, whole, claim],
    computed: computed.value,
    claimed: claim.value,
    holds: agrees(computed, claim),
    statement: `${quoteOf(part)} / ${quoteOf(whole)} = ${quoteOf(claim)}`,
  };
}

/** Figures before `k` in this sentence and the one before, nearest first. */
function nearby(figures: readonly Stated[], k: number): Stated[] {
  const claim = figures[k]!;
  const found: Stated[] = [];
  for (let j = k - 1; j >= 0 && j >= k - LOOK_BACK; j--) {
    const stated = figures[j]!;
    if (stated.paragraph !== claim.paragraph || claim.sentence - stated.sentence > 1) break;
    if (stated.kind !== 'percent' && stated.kind !== 'duration') found.push(stated);
  }
  return found;
}

function share(figures: readonly Stated[], k: number): Finding | undefined {
  const claim = figures[k]!;
  const words = wordsBefore(claim);
  const named = RATE_WORDS.test(words) || /率$|进度$|占比$|比重$|比例$/.test(claim.figure.metric ?? '');
  if (!named) return undefined;
  const near = nearby(figures, k);
  if (claim.step <= FINE_STEP) {
    const pair = matchingPair(near, claim, 100) ?? wholeElsewhere(figures, k, near, claim);
    if (pair && isNamed(pair[0], pair[1], claim, near)) return make(pair[0], pair[1], claim, 100);
  }
  return coarseShare(figures, k) ?? wrongShare(near, claim, words) ?? wrongRate(near, claim);
}

/**
 * Whether the part of a matching pair may be what the rate is about: a share or progress of something, or a rate called
 * after its part. A rate of another thing agrees by chance, the easier the coarser it is printed.
 */
function isNamed(part: Stated, whole: Stated, claim: Stated, near: readonly Stated[]): boolean {
  const metric = claim.figure.metric;
  if (metric?.endsWith('率') !== true || /占/.test(wordsBefore(claim))) return true;
  const stem = metric.slice(0, -1).slice(-2);
  if (part.figure.metric?.includes(stem) === true || wordsBefore(part).includes(stem)) return true;
  const [next, after] = near;
  return claim.step < FINE_STEP && (part === next || part === after) && isExact(part, whole, claim);
}

/** Whether the quotient rounds to the claim: nothing cut off, nothing left to the precision of the parts. */
function isExact(part: Stated, whole: Stated, claim: Stated): boolean {
  return Math.abs((100 * part.value) / whole.value - claim.value) <= claim.step * 0.5001;
}

/** The nearest two figures of one unit whose quotient is the claimed one. */
function matchingPair(near: readonly Stated[], claim: Stated, factor: number): readonly [Stated, Stated] | undefined {
  for (let i = 0; i < near.length; i++) {
    for (let j = 0; j < near.length; j++) {
      const [part, whole] = [near[i]!, near[j]!];
      if (i === j || !sameUnit(part, whole) || whole.value === 0) continue;
      if (factor === 100 && part.value > whole.value && claim.value <= 100) continue;
      const computed = quotient(marginOf(part), marginOf(whole), factor);
      if (isWithin(computed.value, claim.value, 0.1) && agrees(computed, claim)) return [part, whole];
    }
  }
  return undefined;
}

/** 收割11.8万亩，进度为36.9%: the whole stands in another paragraph; only an agreement is worth saying. */
function wholeElsewhere(
  figures: readonly Stated[],
  k: number,
  near: readonly Stated[],
  claim: Stated,
): readonly [Stated, Stated] | undefined {
  if (claim.step > 0.1) return undefined;
  for (const part of near.slice(0, 3)) {
    for (let j = k - 1; j >= 0 && j >= k - 40; j--) {
      const whole = figures[j]!;
      if (whole === part || whole.title || !sameUnit(part, whole) || whole.value <= part.value) continue;
      if (agrees(quotient(marginOf(part), marginOf(whole), 100), claim)) return [part, whole];
    }
  }
  return undefined;
}

/** 过夜游客16.8万人次，占比超过三成: a coarse share of the largest figure of the unit. */
function coarseShare(figures: readonly Stated[], k: number): Finding | undefined {
  const claim = figures[k]!;
  const part = figures[k - 1];
  if (claim.step <= FINE_STEP || part?.sentence !== claim.sentence || !/^，占/.test(between(part, claim)))
    return undefined;
  const wholes = figures
    .slice(Math.max(0, k - 40), k - 1)
    .filter((whole) => !whole.title && sameUnit(whole, part) && whole.value > part.value);
  const whole = wholes.reduce<Stated | undefined>(
    (best, next) => (best && best.value >= next.value ? best : next),
    undefined,
  );
  const finding = whole && make(part, whole, claim, 100);
  return finding?.holds ? finding : undefined;
}

/** 152项…其中停车纠纷29项，占17.1%: the wording names part and whole, so a wrong share is an error. */
function wrongShare(near: readonly Stated[], claim: Stated, words: string): Finding | undefined {
  const part = near[0];
  if (!part || !/^占(比)?(约|近|超过|超|达|为)?$/.test(words) || between(part, claim).length > 6) return undefined;
  if (!wordsBefore(part).startsWith('其中') || claim.figure.modifier !== 'exact') return undefined;
  const wholes = near
    .slice(1)
    .filter((whole) => sameUnit(whole, part) && whole.value > part.value && whole.sentence === part.sentence);
  const whole = wholes.reduce<Stated | undefined>(
    (best, next) => (best && best.value >= next.value ? best : next),
    undefined,
  );
  return whole && nearMiss(make(part, whole, claim, 100));
}

/** A claim far from what is computed is mostly about another whole, not wrong. */
const NEAR_MISS = 0.25;

function nearMiss(finding: Finding): Finding | undefined {
  return isWithin(finding.computed, finding.claimed, NEAR_MISS) ? finding : undefined;
}

/** 收到152项，办结141项，办结率90%: the rate is called after its part. */
function wrongRate(near: readonly Stated[], claim: Stated): Finding | undefined {
  const [part, whole] = near;
  const metric = claim.figure.metric;
  if (!part || !whole || claim.step > FINE_STEP || claim.figure.modifier !== 'exact' || metric?.endsWith('率') !== true)
    return undefined;
  if (
    !sameUnit(part, whole) ||
    part.value > whole.value ||
    part.sentence !== claim.sentence ||
    whole.sentence !== claim.sentence
  )
    return undefined;
  if (between(part, claim).length > metric.length + 5) return undefined;
  const stem = metric.slice(0, -1).slice(-2);
  const named = part.figure.metric?.includes(stem) === true || wordsBefore(part).includes(stem);
  return named && stem.length === 2 ? nearMiss(make(part, whole, claim, 100)) : undefined;
}

/** 是平日的4倍, 城乡收入比为1.84 */
function multiple(figures: readonly Stated[], k: number): Finding | undefined {
  const claim = figures[k]!;
  const words = wordsBefore(claim);
  const isRatio =
    claim.figure.unit === '倍'
      ? /[是为].*的/.test(words)
      : claim.figure.unit === '' && /比/.test(words) && claim.step < 1;
  if (!isRatio || claim.value <= 1) return undefined;
  const pair = matchingPair(nearby(figures, k), claim, 1);
  return pair && isWithin(pair[0].value / pair[1].value, claim.value, 0.05)
    ? make(pair[0], pair[1], claim, 1)
    : undefined;
}

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 千: 1e3, 百: 100 };

/** 收入3.71亿元，人均消费705元; 投诉17件，平均每万人次0.32件. */
function perHead(figures: readonly Stated[], k: number, per: string): Finding | undefined {
  const claim = figures[k]!;
  const scale = SCALES[per[0]!] ?? 1;
  const unit = unitClass(scale === 1 ? per : per.slice(1));
  const total = nearby(figures, k).find((stated) => sameUnit(stated, claim) && stated.value > claim.value);
  if (!total || significantDigits(claim) < 2) return undefined;
  for (let j = k - 1; j >= 0 && j >= k - FAR; j--) {
    const heads = figures[j]!;
    const counts = heads.counts === unit || (unit === '人' && heads.figure.unit === '人次');
    if (!counts || heads.title || heads.value <= 0) continue;
    if (
      agrees(quotient(marginOf(total), marginOf(heads), scale), claim) &&
      isWithin((scale * total.value) / heads.value, claim.value, 0.03)
    ) {
      return make(total, heads, claim, scale);
    }
  }
  return undefined;
}

function significantDigits(stated: Stated): number {
  return quoteOf(stated)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;
}
