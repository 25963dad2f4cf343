import { sameMetric, sameUnit, type Finding, type Stated, quoteOf } from './stated';

function isRepeatable(kind: Stated['kind']): boolean {
  return kind !== 'ratio' && kind !== 'rate' && kind !== 'other';
}

/** So many digits are no coincidence when they come twice. */
const TELLING_DIGITS = 3;
const TELLING_COUNT = 4;
/** No article has more figures in its titles; the bound keeps a garbled page linear. */
const MOST_TITLES = 40;

/** The same fact stated twice: in title and body, or more than once in the body. */
export function* repeatChecks(figures: readonly Stated[]): Generator<Finding> {
  const taken: Stated[] = [];
  let titles = 0;
  for (const stated of figures) {
    if (!stated.title || !isRepeatable(stated.kind)) continue;
    if (++titles > MOST_TITLES) break;
    const first = figures.find((other) => !other.title && other.value === stated.value && isSame(stated, other));
    if (!first) yield* contradictions(stated, figures);
    else if (!taken.includes(first)) {
      taken.push(first);
      yield finding([stated, first], true);
    }
  }
  for (const list of tellingByValue(figures)) {
    const alike = list.filter((stated) => sameUnit(stated, list[0]!));
    if (!alike.some((stated) => taken.includes(stated)) && isRepeated(alike)) yield finding(alike.slice(0, 6), true);
  }
}

function isSame(title: Stated, other: Stated): boolean {
  return sameUnit(title, other) && isTelling(title, other);
}

/** Figures of the body with one value, where so many digits may tell; those that cannot are not collected. */
function tellingByValue(figures: readonly Stated[]): (readonly Stated[])[] {
  const telling = figures.filter(mayTell);
  if (telling.length < 2) return [];
  const byValue = new Map<number, Stated[]>();
  for (const stated of telling) {
    const list = byValue.get(stated.value);
    if (list) list.push(stated);
    else byValue.set(stated.value, [stated]);
  }
  return [...byValue.values()].filter((list) => list.length > 1);
}

/** Small counts agree by chance unless they count one thing. */
function isTelling(a: Stated, b: Stated): boolean {
  if (a.kind !== 'count') return true;
  return a.value >= 10 || sameMetric(a.figure, b.figure);
}

/** A sum of money, or a count with more than three digits. */
function mayTell({ kind, value, title }: Stated): boolean {
  return !title && (kind === 'money' || (kind === 'count' && value >= 10 ** (TELLING_COUNT - 1)));
}

function isRepeated(list: readonly Stated[]): boolean {
  const [first] = list;
  if (!first || list.length < 2) return false;
  const digits = significantDigits(first);
  if (first.kind === 'money') return digits >= TELLING_DIGITS || (digits >= 2 && list.length >= 3);
  return first.kind === 'count' && digits >= TELLING_COUNT;
}

function significantDigits(stated: Stated): number {
  return quoteOf(stated)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;
}

/** A figure of the title that the body gives with other digits: the same thing, nearly the same size. */
function* contradictions(title: Stated, figures: readonly Stated[]): Generator<Finding> {
  if (significantDigits(title) < TELLING_DIGITS) return;
  for (const stated of figures) {
    if (stated.title || stated.kind !== title.kind || significantDigits(stated) !== significantDigits(title)) continue;
    if (stated.counts !== title.counts || !sameMetric(title.figure, stated.figure)) continue;
    if (!isSlip(quoteOf(title), quoteOf(stated))) continue;
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
    statement: figures.map((stated) => quoteOf(stated)).join(holds ? ' = ' : ' ≠ '),
  };
}
