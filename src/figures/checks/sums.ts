import { codesOf } from '../marks';
import { isWithin } from './precision';
import { between, sameMetric, sameUnit, wordsBefore, type Finding, type Stated, quoteOf } from './stated';

const LOOK_BACK = 12;
const MOST_PARTS = 10;
/** A list of parts that misses its total by more than this is no list of all parts. */
const NEAR_MISS = 0.1;

/** Totals and their parts: 其中…, …合计…, parts of a total named before. Only exact sums hold. */
export function* sumChecks(figures: readonly Stated[]): Generator<Finding> {
  const used = new Set<Stated>();
  for (let k = 0; k < figures.length; k++) {
    const first = figures[k]!;
    if (first.kind === 'percent' || first.kind === 'ratio' || first.title || used.has(first)) continue;
    const finding = ofWhich(figures, k) ?? listed(figures, k) ?? added(figures, k) ?? together(figures, k);
    if (!finding) continue;
    yield finding;
    finding.figures.slice(1).forEach((part) => used.add(part));
  }
  yield* remainder(figures);
}

function sumOf(parts: readonly Stated[]): number {
  return Number(parts.reduce((sum, part) => sum + part.value, 0).toPrecision(12));
}

function equals(sum: number, total: Stated): boolean {
  return isWithin(sum, total.value, 1e-9);
}

function make(total: Stated, parts: readonly Stated[], sum: number): Finding {
  return {
    type: 'sum',
    figures: [total, ...parts],
    computed: sum,
    claimed: total.value,
    holds: equals(sum, total),
    statement: `${parts.map((part) => quoteOf(part)).join(' + ')} = ${quoteOf(total)}`,
  };
}

/** Figures of one unit in one sentence from `k` on. */
function partsFrom(figures: readonly Stated[], k: number): Stated[] {
  const first = figures[k]!;
  const parts: Stated[] = [];
  for (let j = k; j < figures.length && parts.length < MOST_PARTS; j++) {
    const part = figures[j]!;
    if (part.sentence !== first.sentence) break;
    if (sameUnit(part, first)) parts.push(part);
  }
  return parts;
}

/** The nearest figure of the unit before `k` in the paragraph that is larger than every part. */
function totalBefore(figures: readonly Stated[], k: number, parts: readonly Stated[]): Stated | undefined {
  const largest = Math.max(...parts.map((part) => part.value));
  for (let j = k - 1; j >= 0 && j >= k - LOOK_BACK; j--) {
    const total = figures[j]!;
    if (total.paragraph !== figures[k]!.paragraph) return undefined;
    if (sameUnit(total, parts[0]!) && total.value > largest) return total;
  }
  return undefined;
}

/** 214名，其中县级12名、乡级48名、村级154名 */
function ofWhich(figures: readonly Stated[], k: number): Finding | undefined {
  const first = figures[k]!;
  const next = figures[k + 1];
  if (next?.sentence !== first.sentence) return undefined;
  const lead = first.text.slice(Math.max(0, first.start - 14), first.start);
  if (!/其中|包括/.test(lead)) return undefined;
  const parts = partsFrom(figures, k);
  const total = parts.length < 2 ? undefined : totalBefore(figures, k, parts);
  if (!total || total.figure.modifier !== 'exact') return undefined;
  const sum = sumOf(parts);
  if (equals(sum, total)) return make(total, parts, sum);
  const dense = parts.length >= 3 && parts.every((part, n) => n === 0 || between(parts[n - 1]!, part).length <= 14);
  const complete = dense && isEnumerated(figures, total, parts);
  return complete && isWithin(sum, total.value, NEAR_MISS) ? make(total, parts, sum) : undefined;
}

/** 分别安置到3处: the words say that the parts listed are all there are. Attributes (党员30人、女性45人) overlap. */
function isEnumerated(figures: readonly Stated[], total: Stated, parts: readonly Stated[]): boolean {
  const first = parts[0]!;
  if (between(total, first).includes('分别')) return true;
  return figures
    .slice(figures.indexOf(total))
    .slice(0, LOOK_BACK)
    .some(
      (stated) =>
        stated.start > total.end &&
        stated.end < first.start &&
        stated.paragraph === first.paragraph &&
        stated.value === parts.length,
    );
}

const TOGETHER = /合计|共计|总计|一共|总共/;

/** 线下1860万元、线上2240万元，合计4100万元 */
function together(figures: readonly Stated[], k: number): Finding | undefined {
  const total = figures[k]!;
  if (figures[k - 1]?.sentence !== total.sentence || !TOGETHER.test(wordsBefore(total))) return undefined;
  const parts: Stated[] = [];
  for (let j = k - 1; j >= 0 && j >= k - LOOK_BACK; j--) {
    const part = figures[j]!;
    if (part.sentence !== total.sentence) break;
    if (sameUnit(part, total)) parts.unshift(part);
  }
  const sum = sumOf(parts);
  return parts.length >= 2 && equals(sum, total) ? make(total, parts, sum) : undefined;
}

const bringsTotal = codesOf('到至了');

/** 原有17个…新划11个，增加到28个 */
function added(figures: readonly Stated[], k: number): Finding | undefined {
  const total = figures[k]!;
  if (!bringsTotal(total.text.charCodeAt(total.start - 1))) return undefined;
  if (!/(增加|增|扩大|扩)[到至]了?$/.test(wordsBefore(total))) return undefined;
  const earlier = figures
    .slice(Math.max(0, k - LOOK_BACK), k)
    .filter((part) => part.paragraph === total.paragraph && sameUnit(part, total));
  const gain = earlier.at(-1);
  // 由87条增加到90条: the figure before is the old level, no gain.
  if (gain && /[由从]/.test(wordsBefore(gain))) return undefined;
  const base =
    gain &&
    earlier
      .slice(0, -1)
      .reverse()
      .find((part) => equals(part.value + gain.value, total));
  return gain && base ? make(total, [base, gain], sumOf([base, gain])) : undefined;
}

const LINKS = /又有|又|另有|另|剩下|其余|次日|余下|还有/;

/** Parts in one sentence that make up a total named earlier in the article: three of them, or two that the words link. */
function listed(figures: readonly Stated[], k: number): Finding | undefined {
  const first = figures[k]!;
  if (figures[k + 1]?.sentence !== first.sentence) return undefined;
  if (
    k === 0 ||
    (k > 0 &&
      figures[k - 1]!.sentence === first.sentence &&
      sameUnit(figures[k - 1]!, first) &&
      !startsList(figures, k))
  )
    return undefined;
  if (first.figure.modifier !== 'exact' || first.figure.change !== null) return undefined;
  const all = partsFrom(figures, k);
  if (all.length < 2) return undefined;
  for (const parts of [all, all.slice(0, 3), all.slice(0, 2)]) {
    if (parts.length < 2 || parts.length > MOST_PARTS) continue;
    if (parts.some((part) => part.figure.modifier !== 'exact' || part.figure.change !== null)) continue;
    if (parts.length === 2 && !LINKS.test(between(parts[0]!, parts[1]!))) continue;
    const sum = sumOf(parts);
    if (sum < 10) continue;
    const total = totalAnywhere(figures, k, first, sum);
    if (total) return make(total, parts, sum);
  }
  return undefined;
}

/** Whether the list of parts begins here although figures of the unit stand before it in the sentence. */
function startsList(figures: readonly Stated[], k: number): boolean {
  return /分别|[，；]/.test(between(figures[k - 1]!, figures[k]!));
}

/** The nearest figure before `k` that is the sum; people are counted by several classifiers. */
function totalAnywhere(figures: readonly Stated[], k: number, like: Stated, sum: number): Stated | undefined {
  for (let j = k - 1; j >= 0 && j >= k - 60; j--) {
    const total = figures[j]!;
    if (!total.title && sameUnit(total, like) && equals(sum, total)) return total;
  }
  return undefined;
}

function isMostOf(part: Stated, total: Stated): boolean {
  if (part.title || !sameUnit(part, total)) return false;
  return part.value < total.value && 2 * part.value > total.value && sameMetric(part.figure, total.figure);
}

/** 抓获嫌疑人22人 … 共抓获嫌疑人20名 … 两名…: one thing stated with two numbers, and a figure that is the difference. */
function* remainder(figures: readonly Stated[]): Generator<Finding> {
  for (let k = 0; k < figures.length; k++) {
    const total = figures[k]!;
    if (total.title || total.kind !== 'count' || total.counts !== '人' || total.value < 10) continue;
    let at = k + 1;
    while (at < figures.length && at <= k + 30 && !isMostOf(figures[at]!, total)) at++;
    const main = at <= k + 30 ? figures[at] : undefined;
    if (!main || main.sentence === total.sentence) continue;
    const later = figures.slice(at, k + 1 + 30).filter((part) => !part.title && sameUnit(part, total));
    const missing = later.slice(1, 5).find((part) => equals(part.value + main.value, total));
    if (missing && missing.sentence !== main.sentence) yield make(total, [main, missing], sumOf([main, missing]));
    return;
  }
}
