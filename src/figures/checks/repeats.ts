import { sameMetric, sameUnit, type Finding, type Stated } from './stated';

const KINDS = new Set([
  'count',
  'percent',
  'money',
  'length',
  'area',
  'mass',
  'volume',
  'power',
  'duration',
  'temperature',
]);
/** So many digits are no coincidence when they come twice. */
const TELLING_DIGITS = 3;
const TELLING_COUNT = 4;
/** No article has more figures in its titles; the bound keeps a garbled page linear. */
const MOST_TITLES = 40;

/** The same fact stated twice: in title and body, or more than once in the body. */
export function* repeatChecks(figures: readonly Stated[]): Generator<Finding> {
  // By value alone: keys of text for every figure cost more than all other checks.
  const body = new Map<number, Stated[]>();
  const titles: Stated[] = [];
  for (const stated of figures) {
    if (!KINDS.has(stated.figure.kind)) continue;
    if (stated.title) titles.push(stated);
    else {
      const list = body.get(stated.value);
      if (list) list.push(stated);
      else body.set(stated.value, [stated]);
    }
  }
  const taken: Stated[] = [];
  for (const stated of titles.slice(0, MOST_TITLES)) {
    const first = body.get(stated.value)?.find((other) => sameUnit(stated, other) && isTelling(stated, other));
    if (!first) yield* contradictions(stated, figures);
    else if (!taken.includes(first)) {
      taken.push(first);
      yield finding([stated, first], true);
    }
  }
  for (const list of body.values()) {
    if (list.length < 2) continue;
    const alike = list.filter((stated) => sameUnit(stated, list[0]!));
    if (!alike.some((stated) => taken.includes(stated)) && isRepeated(alike)) yield finding(alike.slice(0, 6), true);
  }
}

/** Small counts agree by chance unless they count one thing. */
function isTelling(a: Stated, b: Stated): boolean {
  if (a.figure.kind !== 'count') return true;
  return a.value >= 10 || sameMetric(a.figure, b.figure);
}

function isRepeated(list: readonly Stated[]): boolean {
  const [first] = list;
  if (!first || list.length < 2) return false;
  const digits = significantDigits(first);
  if (first.figure.kind === 'money') return digits >= TELLING_DIGITS || (digits >= 2 && list.length >= 3);
  return first.figure.kind === 'count' && digits >= TELLING_COUNT;
}

function significantDigits({ quote }: Stated): number {
  return quote.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
}

/** A figure of the title that the body gives with other digits: the same thing, nearly the same size. */
function* contradictions(title: Stated, figures: readonly Stated[]): Generator<Finding> {
  if (significantDigits(title) < TELLING_DIGITS) return;
  for (const stated of figures) {
    if (
      stated.title ||
      stated.figure.kind !== title.figure.kind ||
      significantDigits(stated) !== significantDigits(title)
    )
      continue;
    if (stated.counts !== title.counts || !sameMetric(title.figure, stated.figure)) continue;
    if (!isSlip(title.quote, stated.quote)) continue;
    yield finding([title, stated], false);
    return;
  }
}

/** Two digits changed places, or one is another. */
function isSlip(a: string, b: string): boolean {
  if (numberOf(a).indexOf('.') !== numberOf(b).indexOf('.')) return false;
  const [x, y] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  if (x.length !== y.length) return false;
  const places = [...x].flatMap((digit, at) => (digit === y[at] ? [] : [at]));
  const [i, j] = places;
  if (i === undefined) return false;
  return places.length === 1 || (places.length === 2 && j === i + 1 && x[i] === y[j] && x[j] === y[i]);
}

const numberOf = (quote: string): string => quote.replace(/[^\d.]/g, '');

function finding(figures: readonly Stated[], holds: boolean): Finding {
  const first = figures[0]!;
  const last = figures.at(-1)!;
  return {
    type: 'repeat',
    figures,
    computed: last.value,
    claimed: first.value,
    holds,
    statement: figures.map((stated) => stated.quote).join(holds ? ' = ' : ' ≠ '),
  };
}
