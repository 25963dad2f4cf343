import { sameMetric, unitClass, type Finding, type Stated } from './stated';

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

/** The same fact stated twice: in title and body, or more than once in the body. */
export function* repeatChecks(figures: readonly Stated[]): Generator<Finding> {
  const body = new Map<string, Stated[]>();
  for (const stated of figures) {
    if (stated.title || !KINDS.has(stated.figure.kind)) continue;
    const key = keyOf(stated);
    const list = body.get(key);
    if (list) list.push(stated);
    else body.set(key, [stated]);
  }
  const taken = new Set<string>();
  for (const stated of figures) {
    if (!stated.title || !KINDS.has(stated.figure.kind)) continue;
    const key = keyOf(stated);
    const first = body.get(key)?.find((other) => isTelling(stated, other));
    if (first && !taken.has(key)) {
      taken.add(key);
      yield finding([stated, first], true);
    } else if (!first) yield* contradictions(stated, figures);
  }
  for (const [key, list] of body) {
    if (!taken.has(key) && isRepeated(list)) yield finding(list.slice(0, 6), true);
  }
}

function keyOf({ figure, value }: Stated): string {
  return `${figure.kind} ${value} ${unitClass(figure.unit)}`;
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
